/* Files on their way into the knowledge base: one after another, each with how far it is or why it was refused. */

import { signal, type Signal } from "@preact/signals";
import { UploadRefused } from "../../files/upload";
import type { ArticlesApi } from "../api/articles";
import type { ImportPage } from "../api/records/articles";

export type UploadState =
  | { readonly kind: "queued" }
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "refused"; readonly problem: UploadProblem };

/** Why it was not taken, as far as the server keeps no record of it. */
export type UploadProblem = "tooLarge" | "unknownKind" | "broken";

export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly state: UploadState;
}

let keys = 0;

export class ArticleUploads {
  /** Those not done yet; what was taken in stands among the imports. */
  readonly list: Signal<readonly Upload[]> = signal([]);
  private line: Promise<void> = Promise.resolve();

  constructor(private readonly api: ArticlesApi, private readonly onDone: () => void) {}

  add(files: Iterable<File>, limits: Pick<ImportPage, "suffixes" | "max_bytes">): void {
    for (const file of files) {
      const key = (keys += 1);
      const problem = obstacle(file, limits);
      const state: UploadState = problem ? { kind: "refused", problem } : { kind: "queued" };
      this.list.value = [...this.list.value, { key, name: file.name, state }];
      if (problem === null) this.line = this.line.then(() => this.send(key, file));
    }
  }

  dismiss(key: number): void {
    this.list.value = this.list.value.filter((upload) => upload.key !== key);
  }

  private async send(key: number, file: File): Promise<void> {
    this.change(key, { kind: "sending", share: 0 });
    try {
      await this.api.upload(file, (share) => this.change(key, { kind: "sending", share }), new AbortController().signal);
      this.dismiss(key);
    } catch (error) {
      const recorded = error instanceof UploadRefused && error.status === 422; // It stands among the imports, too.
      if (recorded) this.dismiss(key);
      else this.change(key, { kind: "refused", problem: problemOf(error) });
    }
    this.onDone();
  }

  private change(key: number, state: UploadState): void {
    this.list.value = this.list.value.map((upload) => (upload.key === key ? { ...upload, state } : upload));
  }
}

export function obstacle({ name, size }: Pick<File, "name" | "size">, limits: Pick<ImportPage, "suffixes" | "max_bytes">): UploadProblem | null {
  if (!limits.suffixes.some((suffix) => name.toLowerCase().endsWith(suffix))) return "unknownKind";
  return size > limits.max_bytes ? "tooLarge" : null;
}

function problemOf(error: unknown): UploadProblem {
  return error instanceof UploadRefused && error.status === 413 ? "tooLarge" : "broken";
}
