/* Which answers are offered next, as buttons under this one. */

import type { Template } from "../api/records/templates";
import { useDesk } from "../desk";
import { CloseIcon } from "../parts/icons";

interface Props {
  readonly templates: readonly Template[];
  /** The template that is being edited. */
  readonly id: string | null;
  readonly chosen: readonly string[];
  readonly error: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
}

const MOST = 3;

export function FollowUpsEditor({ templates, id, chosen, error, onChange }: Props) {
  const { words } = useDesk();
  const titleOf = (each: string): string => templates.find((other) => other.id === each)?.title ?? each;
  const offered = templates.filter((each) => each.id !== id && !chosen.includes(each.id) && each.state !== "retired");
  return (
    <fieldset class="field">
      <legend>{words.answers.followUps}</legend>
      {chosen.length > 0 && (
        <ul class="chips">
          {chosen.map((each) => (
            <li key={each}>
              <span dir="auto">{titleOf(each)}</span>
              <button type="button" aria-label={words.answers.removeFollowUp(titleOf(each))} onClick={() => onChange(chosen.filter((other) => other !== each))}>
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < MOST && (
        <select aria-label={words.answers.addFollowUp} value="" onChange={({ currentTarget }) => currentTarget.value !== "" && onChange([...chosen, currentTarget.value])}>
          <option value="">{words.answers.addFollowUp}</option>
          {offered.map((each) => (
            <option key={each.id} value={each.id}>{each.title}</option>
          ))}
        </select>
      )}
      <p class={error ? "small error" : "small muted"}>{error ?? words.answers.followUpsHint}</p>
    </fieldset>
  );
}
