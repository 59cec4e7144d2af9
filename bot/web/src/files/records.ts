/* A file of a message as it travels in both APIs, and what a person would call it. */

export type FileProblem = "too_large" | "refused" | "too_many" | "unavailable";

export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Told by the server from the bytes, not by whoever sent it. */
  readonly media_type: string;
  readonly size: number;
  readonly state: "stored" | "expected" | "failed";
  readonly problem?: FileProblem | null;
  /** Where it can be read; null while it is not here. */
  readonly url?: string | null;
}

/** What uploads are held to, as far as the page knows. */
export interface FileLimits {
  readonly max_bytes: number;
  readonly types: readonly string[];
}

export type FileShape = "picture" | "sound" | "film" | "other";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const FILMS = new Set(["video/mp4", "video/webm"]);

/** How a browser shows it: only kinds that every browser draws or plays by itself. */
export function shapeOf(mediaType: string): FileShape {
  if (PICTURES.has(mediaType)) return "picture";
  if (mediaType.startsWith("audio/")) return "sound";
  return FILMS.has(mediaType) ? "film" : "other";
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "48 kB", "1.2 MB": in steps of 1,024, as the limits are counted. */
export function fileSize(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const unit = UNITS[step] ?? "byte";
  const digits = step < 2 ? 0 : 1;
  return new Intl.NumberFormat(locale, {
    style: "unit", unit, unitDisplay: step === 0 ? "long" : "short", maximumFractionDigits: digits,
  }).format(bytes / 1024 ** step);
}
