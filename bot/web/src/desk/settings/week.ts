/* The week's opening hours as they are edited: spans of a day as pairs of times. */

export const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Day = (typeof DAYS)[number];
export type Week = Readonly<Record<string, readonly string[]>>;

export interface Span {
  readonly from: string;
  readonly to: string;
}

const USUAL: Span = { from: "09:00", to: "17:00" };
/** The end of a day, which a field for times cannot show. */
const MIDNIGHT = "24:00";

/** A day's spans, whatever case its name is written in. */
export function spansOf(week: Week, day: Day): readonly Span[] {
  const name = nameOf(week, day);
  return (week[name] ?? []).map((span) => {
    const [from = "", to = ""] = span.split("-").map((part) => part.trim());
    return { from, to: to === MIDNIGHT ? "00:00" : to };
  });
}

/** The week with these spans on a day; a day without any is left out. */
export function withSpans(week: Week, day: Day, spans: readonly Span[]): Week {
  const name = nameOf(week, day);
  const { [name]: _, ...others } = week;
  const written = spans.map(({ from, to }) => `${from}-${to === "00:00" ? MIDNIGHT : to}`);
  const changed: Week = spans.length === 0 ? others : { ...others, [name]: written };
  return Object.fromEntries(Object.entries(changed).sort(([one], [other]) => placeOf(one) - placeOf(other)));
}

/** The usual hours on an empty day; after others, the rest of the day. */
export function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1);
  return last === undefined ? USUAL : { from: last.to, to: "00:00" };
}

/** Whether it ends after it begins; midnight is the end of the day. */
export function isUsable({ from, to }: Span): boolean {
  return from !== "" && to !== "" && (to === "00:00" || from < to);
}

function nameOf(week: Week, day: Day): string {
  return Object.keys(week).find((name) => name.toLowerCase() === day) ?? day;
}

function placeOf(name: string): number {
  return DAYS.indexOf(name.toLowerCase() as Day);
}
