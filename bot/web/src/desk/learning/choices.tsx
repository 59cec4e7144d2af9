/* The buttons under a question: the likely intents, any other, or nothing to learn. */

import { useDesk } from "../desk";
import { mayEdit } from "../parts/may-edit";
import type { OpenReview } from "./open-review";

export interface Choice {
  readonly intent: string;
  readonly label: string;
}

interface Properties {
  readonly open: OpenReview;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly drop: string;
  /** Whether it is under no intent yet: nothing to learn means then that it is of none of ours. */
  readonly stranger?: boolean;
}

export function Choices({ open, text, choices, drop, stranger = false }: Properties) {
  const { words, user } = useDesk();
  if (!mayEdit(user.value)) return null;
  const disabled = open.busy.value;
  const listed = new Set(choices.map(({ intent }) => intent));
  const be = (intent: string | null): void => void open.label({ text, intent, stranger });
  const others = open.review.value?.intents.filter(({ id }) => !listed.has(id)) ?? [];
  return (
    <div class="choices">
      {choices.map(({ intent, label }) => (
        <button type="button" key={intent} disabled={disabled} onClick={() => be(intent)}>{label}</button>
      ))}
      <select aria-label={words.review.other} disabled={disabled} value="" onChange={(event) => be(event.currentTarget.value)}>
        <option value="">{words.review.other}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>{name}</option>
        ))}
      </select>
      <button type="button" class="quiet" disabled={disabled} onClick={() => be(null)}>{drop}</button>
    </div>
  );
}
