/* A line that leads the owner of a new desk through the first steps; gone once they are done. */

import { useEffect, useState } from "preact/hooks";
import { useDesk } from "../desk";
import { Link } from "../parts/link";

const LEADS = ["lead", "admin"];

interface Needed {
  readonly done: boolean;
  readonly optional: boolean;
}

export function FirstStepsBanner() {
  const { client, live, words, user, router } = useDesk();
  const [needed, setNeeded] = useState<readonly Needed[]>([]);
  const mine = LEADS.includes(user.value?.role ?? "");
  useEffect(() => {
    if (!mine) return undefined;
    const look = (): void =>
      void client.get<{ steps: readonly Needed[] }>("/beginning").then(({ steps }) => setNeeded(steps.filter((step) => !step.optional)), () => undefined);
    look();
    return live.listen((change) => {
      if (change.kind === "templates" || change.kind === "articles") look();
    });
  }, [client, live, mine]);
  const done = needed.filter((step) => step.done).length;
  const route = router.route.value;
  if (done === needed.length || (route.page === "settings" && route.section === "start")) return null;
  return (
    <p class="banner beginning" role="status">
      {words.settings.beginning(done, needed.length)}{" "}
      <Link to={{ page: "settings", section: "start" }}>{words.settings.goOn}</Link>
    </p>
  );
}
