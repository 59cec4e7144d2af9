/*
 * The files that somebody has chosen for the message being written: uploaded at once, sent later.
 * Knows neither API: who uses it says how a file is uploaded.
 */

import { signal, type Signal } from "@preact/signals";
import { fileSize, type Attachment, type FileLimits } from "./records";
import { UploadRefused, type OnProgress } from "./upload";
import type { FileWords } from "./words/words";

export interface Chosen {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  /** From 0 to 1 while it is on its way. */
  readonly share: number;
  readonly attachment: Attachment | null;
  /** Why it is not taken. */
  readonly problem: string | null;
}

export type Upload = (file: File, onProgress: OnProgress, signal: AbortSignal) => Promise<Attachment>;

let keys = 0;

export class FileChoice {
  readonly list: Signal<readonly Chosen[]> = signal([]);
  private readonly stops = new Map<number, AbortController>();

  constructor(
    private readonly upload: Upload,
    private readonly words: FileWords,
    private readonly locale: string,
    private readonly limits: FileLimits | null,
    private readonly most: number = 10,
  ) {}

  /** Whether any kind of file is taken. */
  get possible(): boolean {
    return this.limits === null || this.limits.types.length > 0;
  }

  /** What a file picker should offer. Without HEIC, a phone turns its pictures into JPEG. */
  get accept(): string {
    return (this.limits?.types ?? []).filter((type) => type !== "image/heic").join(",");
  }

  /** Nothing is still on its way, and nothing failed. */
  get settled(): boolean {
    return this.list.value.every(({ attachment }) => attachment !== null);
  }

  add(files: Iterable<File>): void {
    for (const file of files) void this.begin(file);
    for (const { key } of this.list.value.slice(0, -this.most)) this.remove(key);
  }

  remove(key: number): void {
    this.stops.get(key)?.abort();
    this.stops.delete(key);
    this.list.value = this.list.value.filter((chosen) => chosen.key !== key);
  }

  /** The uploaded files, which are no longer chosen from here on. */
  take(): readonly Attachment[] {
    const ready = this.list.value.flatMap(({ attachment }) => (attachment ? [attachment] : []));
    this.list.value = this.list.value.filter(({ attachment }) => attachment === null);
    return ready;
  }

  private async begin(file: File): Promise<void> {
    const key = (keys += 1);
    const stop = new AbortController();
    this.stops.set(key, stop);
    const { name, size } = file;
    const obstacle = this.obstacle(size);
    this.list.value = [...this.list.value, { key, name, size, share: 0, attachment: null, problem: obstacle }];
    if (obstacle) return;
    try {
      const attachment = await this.upload(file, (share) => this.change(key, { share }), stop.signal);
      this.change(key, { attachment, share: 1 });
    } catch (error) {
      this.change(key, { problem: this.sentence(error) });
    }
  }

  private obstacle(size: number): string | null {
    if (size === 0) return this.words.empty;
    if (!this.limits || size <= this.limits.max_bytes) return null;
    return this.words.tooLarge(fileSize(this.limits.max_bytes, this.locale));
  }

  private sentence(error: unknown): string {
    switch (error instanceof UploadRefused ? error.status : 0) {
      case 413: return this.words.largerThanTaken;
      case 415: return this.words.kindNotTaken;
      case 422: return this.words.empty;
      case 429: return this.words.enoughForToday;
      case 507: return this.words.noRoom;
      default: return this.words.notUploaded;
    }
  }

  private change(key: number, change: Partial<Chosen>): void {
    this.list.value = this.list.value.map((chosen) => (chosen.key === key ? { ...chosen, ...change } : chosen));
  }
}

/** The files in what was dropped or pasted; none where it is text. */
export function filesIn(data: DataTransfer | null): File[] {
  return data ? [...data.files] : [];
}
