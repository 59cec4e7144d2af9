/* A line that leads the owner of a new desk through the first steps; gone once they are done. */

import { useEffect, useState } from "preact/hooks";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { mayLead } from "../parts/may-edit";

/** What changes along with a step. */
const WITH_STEPS: ReadonlySet<string> = new Set(["templates", "articles", "retraining", "unknown"]);

interface Needed {
  readonly done: boolean;
  readonly optional: boolean;
}

export function FirstStepsBanner() {
  const { client, live, words, user, router } = useDesk();
  const [needed, setNeeded] = useState<readonly Needed[]>([]);
  const mine = mayLead(user.value);
  useEffect(() => {
    if (!mine) return undefined;
    const look = (): void =>
      void client.get<{ steps: readonly Needed[] }>("/beginning").then(({ steps }) => setNeeded(steps.filter((step) => !step.optional)), () => undefined);
    look();
    return live.listen((change) => {
      if (WITH_STEPS.has(change.kind)) look();
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
