/* Who one is talking with, what else one may do, and the way out. */

import { AssistantIcon, CloseIcon, PersonIcon } from "./icons";
import { usePanel } from "./context";
import { Menu } from "./menu";

/** A panel that is a page of its own has nothing to close itself into. */
const FRAMED = window.parent !== window;

export function Header() {
  const { conversation, config, words, close } = usePanel();
  const { owner, name } = conversation.ownership.value;
  const person = owner === "agent";
  return (
    <header class="header">
      <span class="avatar">{person ? <PersonIcon /> : <AssistantIcon />}</span>
      <div class="who">
        <h1 dir="auto">{config.company}</h1>
        <p dir="auto">{person ? words.withPerson(name || words.aPerson) : config.automated_notice || words.automatedAssistant}</p>
      </div>
      <Menu />
      {FRAMED && (
        <button type="button" class="round" aria-label={words.close} title={words.close} onClick={close}>
          <CloseIcon />
        </button>
      )}
    </header>
  );
}
