/* Days of the team's calendar, `2026-11-26`: reckoned with and written without the browser's time zone. */

const DAY_MS = 86_400_000;

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function dayName(day: string, locale: string, step: "day" | "week" | "month" = "day"): string {
  const date = new Date(`${day}T00:00Z`);
  if (step === "month") return date.toLocaleDateString(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  return date.toLocaleDateString(locale, { day: "numeric", month: "short", timeZone: "UTC" });
}
