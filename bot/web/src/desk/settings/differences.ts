/* What differs between two values of the audit log, place by place. */

export interface Difference {
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

export function differences(before: unknown, after: unknown, place = ""): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isRecord(before) || isRecord(after)) {
    const [one, other] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differences(one[key], other[key], place === "" ? key : `${place}.${key}`));
  }
  return [{ place, before: written(before), after: written(after) }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(written).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
