/* What an intent is answered with, word for word, so that a person reads it before it may be said. */

import type { ReviewedIntent } from "../../api/records/intents";
import { useDesk } from "../../desk";
import { Link } from "../../parts/link";
import { StateTag } from "../../templates/state-tag";
import type { OpenIntents } from "./open-intents";

interface Props {
  readonly open: OpenIntents;
  readonly intent: ReviewedIntent;
  readonly edits: boolean;
}

export function Answers({ open, intent, edits }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.intents;
  return (
    <section class="answers" aria-label={said.answeredBy}>
      <h3>{said.answeredBy}</h3>
      {intent.templates.map(({ id, title }) => {
        const answer = open.answers.value.get(id);
        const [text = "…"] = Object.values(answer?.value.texts ?? {});
        const held = answer?.value.state === "live" ? null : answer?.value.held_back;
        const waits = answer !== undefined && answer.value.state !== "live" && answer.value.state !== "retired";
        return (
          <div class="answer" key={id}>
            <p class="text" dir="auto">{text}</p>
            {answer && <p class="small muted">{said.titleShown(answer.value.title)}</p>}
            {held && <p class="small warn" dir="auto">{words.editor.heldBack(held)}</p>}
            <p class="choices">
              {answer && <StateTag state={answer.value.state} />}
              <Link to={{ page: "templates", template: id }}><span class="hidden">{title}: </span>{said.editAnswer}</Link>
              {edits && waits && intent.state === "accepted" && (
                <button type="button" class="link" disabled={open.busy.value} onClick={() => void open.putIntoService(answer)}>{said.putIntoService}</button>
              )}
            </p>
          </div>
        );
      })}
    </section>
  );
}
