/* That somebody, or something, is writing. */

import { usePanel } from "./context";

export function Typing() {
  const { conversation, words } = usePanel();
  const author = conversation.typing.value;
  if (author === null) return null;
  const { name } = conversation.ownership.value;
  const who = author === "agent" ? name || words.aPerson : words.automatedAssistant;
  return (
    <p class="typing">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span dir="auto">{words.typing(who)}</span>
    </p>
  );
}
