/* What became of a save: refused fields, somebody faster, or no answer. */

import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import type { TemplateContent } from "../api/records/templates";
import type { Words } from "../words/words";
import type { OpenTemplate } from "./open-template";
import { differingParts, draftOf } from "./template-draft";

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
      const parts = differingParts(open.draft.value, draftOf(theirs.value));
      const names = [...new Set(parts.map((part) => nameOf(part, words)))];
      const keep = async (): Promise<void> => {
        if ((await open.keepMine(theirs)).kind === "saved") onSaved();
      };
      return (
        <div class="banner warn conflict" role="alert">
          <p>{words.editor.conflict(theirs.value.version)}</p>
          {names.length > 0 && (
            <p>
              {words.editor.conflictDiffers} {names.join(words.editor.listSeparator)}
            </p>
          )}
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

function nameOf(part: keyof TemplateContent, words: Words): string {
  switch (part) {
    case "title":
    case "titles":
      return words.editor.title;
    case "intents":
      return words.editor.intents;
    case "examples":
      return words.editor.examples;
    case "texts":
      return words.editor.text;
    case "buttons":
    case "buttons_in":
      return words.editor.buttons;
    case "state":
      return words.templates.state;
  }
}
