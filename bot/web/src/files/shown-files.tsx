/* The files of a message: pictures drawn, recordings played, everything else to download. */

import { useState } from "preact/hooks";
import { FileIcon } from "./icons";
import { fileSize, shapeOf, type Attachment } from "./records";
import type { FileWords } from "./words/words";

interface Context {
  readonly words: FileWords;
  readonly locale: string;
}

export function ShownFiles({ files, ...context }: Context & { readonly files: readonly Attachment[] | null | undefined }) {
  if (!files?.length) return null;
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <ShownFile file={file} {...context} />
        </li>
      ))}
    </ul>
  );
}

function ShownFile({ file, words, locale }: Context & { readonly file: Attachment }) {
  const [broken, setBroken] = useState(false);
  const { url, name, media_type: type } = file;
  if (!url) {
    const note = file.state === "failed" ? words.problems[file.problem ?? "unavailable"] : words.onItsWay;
    return <About file={file} note={note} failed={file.state === "failed"} />;
  }
  const shape = broken ? "other" : shapeOf(type);
  const giveUp = (): void => setBroken(true);
  switch (shape) {
    case "picture":
      return (
        <a class="picture" href={url} target="_blank" rel="noopener noreferrer">
          <img src={url} alt={name} title={name} loading="lazy" onError={giveUp} />
        </a>
      );
    case "sound":
      return <audio class="sound" src={url} controls preload="metadata" title={name} aria-label={name} onError={giveUp} />;
    case "film":
      return <video class="film" src={url} controls preload="metadata" title={name} aria-label={name} onError={giveUp} />;
    case "other":
      return (
        <a class="file-link" href={url} download={name} title={words.download}>
          <About file={file} note={fileSize(file.size, locale)} />
        </a>
      );
  }
}

interface AboutProps {
  readonly file: Attachment;
  readonly note: string;
  readonly failed?: boolean;
}

function About({ file, note, failed = false }: AboutProps) {
  return (
    <span class={failed ? "file bad" : "file"}>
      <FileIcon />
      <span class="file-about">
        <span class="file-name" dir="auto">{file.name}</span>
        <span class="file-note">{note}</span>
      </span>
    </span>
  );
}
