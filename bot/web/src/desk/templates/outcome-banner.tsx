/* What became of a save: refused fields, somebody faster, or no answer. */

import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { Differences } from "./differences";
import type { OpenTemplate } from "./open-template";
import { contentOf } from "./template-draft";

interface Props {
  readonly open: OpenTemplate;
  readonly onSaved: () => void;
}

export function OutcomeBanner({ open, onSaved }: Props) {
  const { words } = useDesk();
  const outcome = open.outcome.value;
  switch (outcome?.kind) {
    case "invalid":
      return (
        <p class="banner bad" role="alert">
          {outcome.fields.length > 0 ? words.editor.checkFields : outcome.detail}
        </p>
      );
    case "failed":
      return <p class="banner bad" role="alert">{sentenceFor(outcome.error, words)}</p>;
    case "conflict": {
      const { theirs } = outcome;
      const keep = async (): Promise<void> => {
        if ((await open.keepMine(theirs)).kind === "saved") onSaved();
      };
      return (
        <div class="banner warn conflict" role="alert">
          <p>{words.editor.conflict(theirs.value.version)}</p>
          <p>{words.editor.conflictDiffers}</p>
          <Differences before={theirs.value} after={contentOf(open.draft.value)} />
          <div class="actions">
            <button type="button" onClick={() => open.useTheirs(theirs)}>{words.editor.useTheirs}</button>
            <button type="button" onClick={() => void keep()}>{words.editor.keepMine}</button>
          </div>
        </div>
      );
    }
    default:
      return null;
  }
}
