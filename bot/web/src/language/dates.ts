/* Days and times as a person of the given language reads them. Takes ISO 8601 texts. */

const DAY_IN_MS = 86_400_000;

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Whether two ISO times fall on the same local day. */
export function sameDay(first: string, second: string): boolean {
  return startOfDay(new Date(first)) === startOfDay(new Date(second));
}

/** "today", "yesterday", or the date. */
export function dayName(iso: string, locale: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const daysAgo = Math.round((startOfDay(now) - startOfDay(date)) / DAY_IN_MS);
  if (daysAgo === 0 || daysAgo === 1) {
    const name = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-daysAgo, "day");
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString(locale, { weekday: "short", day: "numeric", month: "long", year });
}

/** The time of day, hours and minutes. */
export function timeOfDay(iso: string, locale: string): string {
  return new Date(iso).toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });
}

interface Passed {
  readonly count: number;
  readonly unit: "second" | "minute" | "hour" | "day";
}

/** What passed since, in its largest unit; seconds count as none. */
function passedSince(iso: string, now: Date): Passed {
  const seconds = Math.max(0, (now.getTime() - new Date(iso).getTime()) / 1000);
  if (seconds < 60) return { count: 0, unit: "second" };
  if (seconds < 3600) return { count: Math.floor(seconds / 60), unit: "minute" };
  if (seconds < 86_400) return { count: Math.floor(seconds / 3600), unit: "hour" };
  return { count: Math.floor(seconds / 86_400), unit: "day" };
}

/** How long ago, short: "5 min. ago". */
export function timeAgo(iso: string, locale: string, now: Date = new Date()): string {
  const { count, unit } = passedSince(iso, now);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }).format(-count, unit);
}

/** For how long, short: "5 min". */
export function duration(iso: string, locale: string, now: Date = new Date()): string {
  const { count, unit } = passedSince(iso, now);
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(count);
}

/** Weekday and time of a moment within a week: "Thu 09:00". */
export function moment(iso: string, locale: string): string {
  return new Date(iso).toLocaleString(locale, { weekday: "short", hour: "numeric", minute: "2-digit" });
}
