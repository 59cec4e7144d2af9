/* One export on its way to the server: how far it is, or why it was not taken. */

import { signal, type Signal } from "@preact/signals";
import { UploadRefused, type OnProgress } from "../../../files/upload";

export type UploadProblem = "tooLarge" | "noRoom" | "broken";

export type Sending =
  | { readonly kind: "none" }
  | { readonly kind: "sending"; readonly name: string; readonly share: number }
  | { readonly kind: "refused"; readonly name: string; readonly problem: UploadProblem };

type Send = (file: File, onProgress: OnProgress, signal: AbortSignal) => Promise<void>;

export class TranscriptUploads {
  readonly state: Signal<Sending> = signal({ kind: "none" });
  private line: Promise<void> = Promise.resolve();

  constructor(private readonly send: Send, private readonly onSent: () => void) {}

  /** One after another; a refusal stays to be read until the next file is chosen. */
  add(files: Iterable<File>, maxBytes: number): void {
    for (const file of files) this.line = this.line.then(() => this.one(file, maxBytes));
  }

  private async one(file: File, maxBytes: number): Promise<void> {
    const { name } = file;
    if (file.size > maxBytes) {
      this.state.value = { kind: "refused", name, problem: "tooLarge" };
      return;
    }
    this.state.value = { kind: "sending", name, share: 0 };
    try {
      await this.send(file, (share) => (this.state.value = { kind: "sending", name, share }), new AbortController().signal);
      this.state.value = { kind: "none" };
    } catch (error) {
      this.state.value = { kind: "refused", name, problem: problemOf(error) };
    }
    this.onSent();
  }
}

export function problemOf(error: unknown): UploadProblem {
  if (!(error instanceof UploadRefused)) return "broken";
  return error.status === 413 ? "tooLarge" : error.status === 507 ? "noRoom" : "broken";
}
