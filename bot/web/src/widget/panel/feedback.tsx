/* Thumbs under an automated reply. */

import { usePanel } from "./context";
import { ThumbDownIcon, ThumbUpIcon } from "./icons";

export function Feedback({ seq }: { readonly seq: number }) {
  const { conversation, words } = usePanel();
  const given = conversation.feedback.value.get(seq);
  const rate = (helpful: boolean) => () => void conversation.rate(seq, helpful);
  return (
    <div class="feedback">
      <button type="button" aria-pressed={given === true} aria-label={words.helpful} title={words.helpful} onClick={rate(true)}>
        <ThumbUpIcon />
      </button>
      <button type="button" aria-pressed={given === false} aria-label={words.notHelpful} title={words.notHelpful} onClick={rate(false)}>
        <ThumbDownIcon />
      </button>
      <span role="status">{given === undefined ? "" : words.feedbackThanks}</span>
    </div>
  );
}
