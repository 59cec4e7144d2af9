/* Seconds of open time as people say them. */

const UNITS = [["hour", 3600], ["minute", 60], ["second", 1]] as const;

/** In its two largest units: "2 hr 5 min"; days of open time would be misread, so hours are the largest. */
export function spoken(seconds: number, locale: string): string {
  const rounded = seconds < 60 ? Math.round(seconds) : Math.round(seconds / 60) * 60;
  const said: string[] = [];
  let rest = rounded;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) said.push(new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(count));
  }
  return said.join(" ") || new Intl.NumberFormat(locale, { style: "unit", unit: "second", unitDisplay: "short" }).format(0);
}
