/* Intents under review: the list, onto which questions may be dragged, and the chosen one with its questions. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { IntentsApi } from "../../api/intents";
import { useDesk } from "../../desk";
import { sentenceFor } from "../../problem";
import { IntentList } from "./intent-list";
import { IntentView } from "./intent-view";
import { OpenIntents } from "./open-intents";

export function IntentsPart({ chosen }: { readonly chosen: string | null }) {
  const { client, live, review, router, templates, words } = useDesk();
  const open = useMemo(() => new OpenIntents(new IntentsApi(client), review, templates), [client, review, templates]);
  const [dragged, drag] = useState<readonly string[]>([]);
  useEffect(() => void open.choose(chosen), [open, chosen]);
  useEffect(
    () => live.listen(({ kind }) => {
      if (kind === "templates" || kind === "retraining" || kind === "unknown") void open.look();
    }),
    [open, live],
  );
  const intents = open.intents.value;
  const intent = intents?.find(({ id }) => id === chosen) ?? null;
  const said = words.learningRoom.intents;
  const go = (id: string | null): void => router.go({ page: "learning", part: "intents", item: id });
  return (
    <div class={chosen === null ? "intents" : "intents chosen"}>
      {intents && <IntentList intents={intents} chosen={chosen} dragged={dragged} open={open} />}
      <section class="intent-pane" aria-label={intent?.full_name ?? said.title}>
        {open.problem.value !== null && <p class="banner bad" role="alert">{sentenceFor(open.problem.value, words)}</p>}
        {intents && intents.length === 0 && <p class="empty muted">{said.none}</p>}
        {intents && intents.length > 0 && chosen === null && <p class="empty muted">{said.choose}</p>}
        {intents && chosen !== null && intent === null && <p class="empty muted">{said.gone}</p>}
        {intents && intent && <IntentView open={open} intent={intent} intents={intents} onDrag={drag} onGo={go} key={intent.id} />}
      </section>
    </div>
  );
}
