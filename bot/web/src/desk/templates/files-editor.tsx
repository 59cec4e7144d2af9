/* The files that go out with an answer: uploaded first, named by the template when it is saved. */

import { useRef, useState } from "preact/hooks";
import { UploadRefused } from "../../files/upload";
import type { Enclosure } from "../api/records/template-parts";
import { useDesk } from "../desk";
import { CloseIcon, PlusIcon } from "../parts/icons";

interface Props {
  readonly files: readonly Enclosure[];
  readonly error: string | null;
  readonly onChange: (files: readonly Enclosure[]) => void;
}

export function FilesEditor({ files, error, onChange }: Props) {
  const { words, templates } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setProblem(null);
    setShare(0);
    try {
      const stored = await templates.upload(file, setShare);
      onChange([...files.filter(({ sha256 }) => sha256 !== stored.sha256), stored]);
    } catch (cause) {
      setProblem(cause instanceof UploadRefused ? words.answers.fileRefused : words.answers.fileBroken);
    } finally {
      setShare(null);
      if (input.current) input.current.value = "";
    }
  };
  return (
    <fieldset class="field">
      <legend>{words.answers.files}</legend>
      {files.length > 0 && (
        <ul class="chips">
          {files.map(({ name, sha256 }) => (
            <li key={sha256}>
              <a href={templates.fileAddress(sha256)} target="_blank" rel="noreferrer" dir="auto">{name}</a>
              <button type="button" aria-label={words.answers.removeFile(name)} onClick={() => onChange(files.filter((other) => other.sha256 !== sha256))}>
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input ref={input} type="file" hidden aria-label={words.answers.addFile} onChange={({ currentTarget }) => void take(currentTarget.files?.[0])} />
      <button type="button" class="quiet add" disabled={share !== null} onClick={() => input.current?.click()}>
        <PlusIcon /> {share === null ? words.answers.addFile : words.answers.uploading(words.percent(share))}
      </button>
      <p class={error ?? problem ? "small error" : "small muted"}>{error ?? problem ?? words.answers.filesHint}</p>
    </fieldset>
  );
}
