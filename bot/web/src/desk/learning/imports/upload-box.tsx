/* Where an export is dropped or chosen, and how far it is on its way. */

import { useRef } from "preact/hooks";
import { useDropping } from "../../../files/dropping";
import { fileSize } from "../../../files/records";
import { useDesk } from "../../desk";
import type { TranscriptUploads } from "./transcript-uploads";

interface Props {
  readonly uploads: TranscriptUploads;
  readonly maxBytes: number;
  readonly several: boolean;
}

export function UploadBox({ uploads, maxBytes, several }: Props) {
  const { words, locale } = useDesk();
  const said = words.learningRoom.imports;
  const picker = useRef<HTMLInputElement>(null);
  const add = (files: Iterable<File>): void => uploads.add([...files].slice(0, several ? undefined : 1), maxBytes);
  const [over, dropping] = useDropping(add);
  const picked = ({ currentTarget: input }: { currentTarget: HTMLInputElement }): void => {
    add([...(input.files ?? [])]);
    input.value = ""; // The same file may be chosen again.
  };
  const state = uploads.state.value;
  return (
    <>
      <div class={over ? "drop over" : "drop"} {...dropping}>
        <input type="file" class="hidden" ref={picker} multiple={several} tabIndex={-1} aria-hidden="true" onChange={picked} />
        <p>
          {over ? words.knowledge.dropNow : said.drop(fileSize(maxBytes, locale))}{" "}
          <button type="button" disabled={state.kind === "sending"} onClick={() => picker.current?.click()}>{said.choose}</button>
        </p>
      </div>
      {state.kind === "sending" && (
        <p class="small muted" role="status">
          <progress max={1} value={state.share} aria-label={state.name} /> <span dir="auto">{state.name}</span> {words.percent(state.share)}
        </p>
      )}
      {state.kind === "refused" && (
        <p class="small error" role="alert"><span dir="auto">{state.name}</span>: {said.refusals[state.problem](fileSize(maxBytes, locale))}</p>
      )}
    </>
  );
}
