/* Where the customer writes. Enter sends; a person is always one press away. */

import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { AttachButton, ChosenFiles } from "../../files/attach";
import { filesIn } from "../../files/choice";
import { usePanel } from "./context";
import { EmojiButton } from "./emoji";
import { PersonIcon, SendIcon } from "./icons";
import { teamSentence } from "./team";

const LONGEST = 8_000;
const TALLEST_PX = 140;

interface Props {
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function Composer({ field, text, onText }: Props) {
  const { conversation, choice, words, locale } = usePanel();
  const left = LONGEST - text.length;
  const something = text.trim() !== "" || choice.list.value.length > 0;
  const sendable = something && choice.settled && left >= 0;
  const send = (): void => {
    if (!sendable) return;
    const [first, ...others] = choice.take();
    conversation.say(text.trim(), first);
    for (const other of others) conversation.say("", other);
    onText("");
    field.current?.focus();
  };
  const insert = (emoji: string): void => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setRangeText(emoji, area.selectionStart, area.selectionEnd, "end");
    onText(area.value);
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, TALLEST_PX)}px`;
  }, [text, field]);

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Reach />
      <ChosenFiles choice={choice} words={words.files} locale={locale} />
      <div class="entry">
        <AttachButton choice={choice} words={words.files} many class="round quiet attach" />
        <textarea
          ref={field}
          rows={1}
          dir={text === "" ? undefined : "auto"}
          value={text}
          placeholder={words.write}
          aria-label={words.write}
          aria-description={words.sendHint}
          onInput={(event) => {
            onText(event.currentTarget.value);
            conversation.tellTyping();
          }}
          onKeyDown={keyed}
          onPaste={(event) => {
            const pasted = filesIn(event.clipboardData);
            if (pasted.length === 0) return;
            event.preventDefault();
            choice.add(pasted);
          }}
        />
        <EmojiButton onPick={insert} />
        <button type="submit" class="round send" disabled={!sendable} aria-label={words.send} title={words.send}>
          <SendIcon />
        </button>
      </div>
      {left < 200 && (
        <p class={left < 0 ? "count over" : "count"} role="status">
          {left < 0 ? `${words.tooLong} ` : ""}
          {words.characters(left)}
        </p>
      )}
    </form>
  );
}

/** The way to a person, and whether one is there. */
function Reach() {
  const { config, conversation, locale, words } = usePanel();
  const asked = conversation.outgoing.value.some(
    ({ content, delivery }) => content.kind === "handoff" && delivery !== "refused",
  );
  if (conversation.ownership.value.owner !== "bot") return null;
  return (
    <div class="reach">
      <button type="button" class="handoff" disabled={asked} onClick={() => conversation.askForPerson()}>
        <PersonIcon />
        {asked ? words.talkToPersonAsked : words.talkToPerson}
      </button>
      <span class="team" data-open={config.team.open}>{teamSentence(config.team, locale, words)}</span>
    </div>
  );
}
