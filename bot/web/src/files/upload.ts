/* Sends one file as the field `file`, telling how far it is; `fetch` cannot tell that. */

import type { Attachment } from "./records";

/** The server answered, and did not take the file. */
export class UploadRefused extends Error {
  constructor(readonly status: number) {
    super(`The server answered ${status}.`);
  }
}

/** No answer, or taken back by the person. */
export class UploadBroken extends Error {}

export interface UploadWay {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type OnProgress = (share: number) => void;

export function sendFile<Stored = Attachment>(
  way: UploadWay, file: File, onProgress: OnProgress, signal: AbortSignal,
): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", way.url);
    for (const [name, value] of Object.entries(way.headers)) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(request.response as Stored);
      else reject(new UploadRefused(request.status));
    };
    request.onerror = request.onabort = () => reject(new UploadBroken("No answer came."));
    signal.addEventListener("abort", () => request.abort());
    const body = new FormData();
    body.append("file", file, file.name);
    request.send(body);
  });
}
