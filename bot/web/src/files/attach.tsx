/* Choosing files: the paper-clip, and what has been chosen with how far each is. */

import { useRef } from "preact/hooks";
import type { Chosen, FileChoice } from "./choice";
import { FileIcon, PaperclipIcon, RemoveIcon } from "./icons";
import { fileSize } from "./records";
import type { FileWords } from "./words/words";

interface Props {
  readonly choice: FileChoice;
  readonly words: FileWords;
  readonly locale: string;
}

interface ButtonProps extends Omit<Props, "locale"> {
  readonly many: boolean;
  readonly class: string;
}

export function AttachButton({ choice, ...looks }: ButtonProps) {
  if (!choice.possible) return null;
  return <Paperclip choice={choice} {...looks} />;
}

function Paperclip({ choice, words, many, class: name }: ButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  const picked = (event: Event & { currentTarget: HTMLInputElement }): void => {
    choice.add(event.currentTarget.files ?? []);
    event.currentTarget.value = ""; // The same file may be chosen again.
  };
  return (
    <>
      <input type="file" class="hidden" ref={picker} multiple={many} accept={choice.accept} tabIndex={-1} aria-hidden="true" onChange={picked} />
      <button type="button" class={name} aria-label={words.attach} title={words.attach} onClick={() => picker.current?.click()}>
        <PaperclipIcon />
      </button>
    </>
  );
}

export function ChosenFiles({ choice, words, locale }: Props) {
  if (choice.list.value.length === 0) return null;
  return (
    <ul class="chosen-files">
      {choice.list.value.map((chosen) => (
        <li key={chosen.key} class={chosen.problem ? "file bad" : "file"}>
          <FileIcon />
          <span class="file-about">
            <span class="file-name" dir="auto">{chosen.name}</span>
            <span class="file-note" role="status">{noteOn(chosen, words, locale)}</span>
            {!chosen.problem && !chosen.attachment && <progress max={1} value={chosen.share} aria-label={chosen.name} />}
          </span>
          <button type="button" class="file-remove" aria-label={words.remove(chosen.name)} title={words.remove(chosen.name)} onClick={() => choice.remove(chosen.key)}>
            <RemoveIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}

function noteOn({ problem, attachment, share, size }: Chosen, words: FileWords, locale: string): string {
  if (problem) return problem;
  if (attachment) return `${fileSize(size, locale)} · ${words.ready}`;
  return words.uploading(Math.round(share * 100));
}
