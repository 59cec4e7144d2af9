/*
 * Where an agent writes to the customer, or a note to colleagues.
 * A text keeps its id until it has been accepted, so that a second attempt is not a second message.
 */

import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { AttachButton, ChosenFiles } from "../../files/attach";
import { FileChoice, filesIn } from "../../files/choice";
import { useDropping } from "../../files/dropping";
import { newId } from "../../chat/identity";
import type { Conversation } from "../api/records/inbox";
import { useDesk } from "../desk";
import { useKeys } from "../keys/keys";
import { completed, firstGap } from "./completion";
import { CompletionList, optionId } from "./completion-list";
import { customerName } from "./customer-name";
import { keepDraft, readDraft, type Draft } from "./drafts";
import type { OpenConversation } from "./open-conversation";
import { useCompletion, type Choice } from "./use-completion";

interface Props {
  readonly record: Conversation;
  readonly open: OpenConversation;
  readonly onChanged: () => void;
}

interface Attempt {
  readonly id: string;
  readonly text: string;
  readonly attachment: string | null;
}

export function ReplyBox({ record, open, onChanged }: Props) {
  const { words, locale, user } = useDesk();
  const choice = useMemo(
    () => new FileChoice((...upload) => open.attach(...upload), words.files, locale, null, 1),
    [open, words, locale],
  );
  const [draft, setDraft] = useState<Draft>(() => readDraft(open.id));
  const attempt = useRef<Attempt | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const mine = record.owner === "agent" && record.agent?.id === user.value?.id && record.status !== "closed";
  const mode = mine ? draft.mode : "note";
  const obstacle = mine ? null : obstacleOf(record, words.conversation);
  const change = (next: Draft): void => {
    keepDraft(open.id, next);
    setDraft(next);
  };
  useEffect(() => {
    const chosen = open.chosen.value;
    if (chosen === null) return;
    open.chosen.value = null;
    const text = draft.text.trim() ? `${draft.text.trimEnd()}\n\n${chosen.text}` : chosen.text;
    change({ text, mode: draft.mode, suggestion: chosen.template });
    field.current?.focus();
  }, [open.chosen.value]);
  const typed = (text: string): void => {
    open.presence.types();
    change({ ...draft, text });
  };
  const completing = useCompletion(open.id, mode);
  const looked = ({ currentTarget: at }: { currentTarget: HTMLTextAreaElement }): void => completing.look(at.value, at.selectionEnd);
  const choose = (choice: Choice): void => {
    if (completing.trigger === null) return;
    const { text, caret } = completed(draft.text, completing.trigger, choice.text);
    const template = completing.trigger.kind === "answer" ? choice.id : (draft.suggestion ?? null);
    completing.end();
    change({ ...draft, text, suggestion: template });
    const gap = firstGap(text, choice.missing);
    if (field.current === null) return;
    field.current.value = text; // at once, so that what is typed before the next paint goes to its place
    field.current.setSelectionRange(gap?.from ?? caret, gap?.to ?? caret);
  };
  useKeys({ r: () => write("reply"), n: () => write("note") });
  const write = (wanted: Draft["mode"]): void => {
    if (mine) change({ ...draft, mode: wanted });
    field.current?.focus();
  };
  const suggested = (event: KeyboardEvent): boolean => {
    const place = /^Digit([1-3])$/.exec(event.code)?.[1];
    const suggestion = event.altKey && place ? open.brief.value?.suggestions[Number(place) - 1] : undefined;
    if (suggestion) open.use(suggestion);
    return suggestion !== undefined;
  };
  const file = mode === "reply" ? (choice.list.value[0]?.attachment ?? null) : null;
  const settled = mode === "note" || choice.settled;
  const sendable = (draft.text.trim() !== "" || file !== null) && settled && !open.busy.value;
  const send = async (): Promise<void> => {
    const text = draft.text.trim();
    if (!sendable) return;
    const attachment = file?.id ?? null;
    const before = attempt.current;
    const again = before !== null && before.text === text && before.attachment === attachment;
    const now = again ? before : { id: newId(), text, attachment };
    attempt.current = now;
    const suggestion = draft.suggestion ?? null;
    const done = await open.perform(mode === "reply" ? { kind: mode, ...now, suggestion } : { kind: mode, id: now.id, text });
    if (done) {
      attempt.current = null;
      if (mode === "reply") choice.take();
      change({ text: "", mode: "reply" });
    }
    onChanged();
  };
  const keyed = (event: KeyboardEvent): void => {
    if (suggested(event)) return event.preventDefault();
    if (completing.keyed(event, choose)) return;
    if (event.key === "Escape") return field.current?.blur();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  };
  const pasted = (event: ClipboardEvent): void => {
    const files = filesIn(event.clipboardData);
    if (mode !== "reply" || files.length === 0) return;
    event.preventDefault();
    choice.add(files);
  };
  const [over, dropping] = useDropping((files) => mode === "reply" && choice.add(files));
  const label = mode === "reply" ? words.conversation.replyTo(customerName(record, words)) : words.conversation.writeNote;
  return (
    <form class={mode === "note" ? "reply-box note" : "reply-box"} {...dropping} onSubmit={(event) => (event.preventDefault(), void send())}>
      {obstacle && <p class="small muted">{obstacle}</p>}
      {mine && (
        <div class="modes" role="group">
          {(["reply", "note"] as const).map((name) => (
            <button type="button" key={name} aria-pressed={mode === name} onClick={() => change({ ...draft, mode: name })}>
              {name === "reply" ? words.conversation.reply : words.conversation.noteTab}
            </button>
          ))}
        </div>
      )}
      <CompletionList id={listId} completing={completing} onChoose={choose} />
      <textarea
        ref={field} rows={3} dir="auto" aria-label={label} placeholder={label} value={draft.text}
        aria-autocomplete="list" aria-controls={completing.choices.length > 0 ? listId : undefined} aria-activedescendant={completing.choices.length > 0 ? optionId(listId, completing.current) : undefined}
        onKeyDown={keyed} onInput={(event) => (typed(event.currentTarget.value), looked(event))} onClick={looked} onBlur={completing.end} onPaste={pasted}
      />
      {mode === "reply" && <ChosenFiles choice={choice} words={words.files} locale={locale} />}
      {over && mode === "reply" && <p class="drop-here">{words.files.dropHere}</p>}
      <div class="reply-foot">
        {mode === "reply" && <AttachButton choice={choice} words={words.files} many={false} class="quiet icon-only" />}
        <span class="small muted hint">{words.conversation.hint} · {mode === "reply" ? words.agent.hintReply : words.agent.hintNote}</span>
        <button type="submit" class="primary" disabled={!sendable}>
          {mode === "reply" ? words.conversation.send : words.conversation.addNote}
        </button>
      </div>
    </form>
  );
}

interface Sentences {
  readonly closed: string;
  readonly takeOverFirst: string;
  readonly heldBy: (name: string) => string;
}

function obstacleOf(record: Conversation, sentences: Sentences): string {
  if (record.status === "closed") return sentences.closed;
  if (record.owner === "agent" && record.agent) return sentences.heldBy(record.agent.name);
  return sentences.takeOverFirst;
}
