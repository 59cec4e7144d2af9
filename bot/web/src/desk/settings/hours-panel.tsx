/* When the team is there: the week, holidays, and where the clock hangs. */

import { useState } from "preact/hooks";
import type { Hours } from "../api/records/settings";
import { useDesk } from "../desk";
import { BinIcon, PlusIcon } from "../parts/icons";
import { Field } from "../parts/field";
import { useRoom } from "./room";
import { SectionEditor } from "./section-editor";
import { DAYS, isUsable, nextSpan, spansOf, withSpans, type Day, type Span } from "./week";

export function HoursPanel() {
  const { words: { hours: words } } = useRoom();
  const backwards = ({ hours }: { readonly hours: Hours }): string | null =>
    DAYS.every((day) => spansOf(hours.week, day).every(isUsable)) ? null : words.backwards;
  return (
    <SectionEditor name="hours" hint={words.hint} problem={backwards}>
      {({ draft: { hours }, change, wrong }) => {
        const set = (changed: Partial<Hours>): void => change({ hours: { ...hours, ...changed } });
        return (
          <>
            <TimeZone zone={hours.time_zone} wrong={wrong === "hours.time_zone"} onChange={(time_zone) => set({ time_zone })} />
            <WeekTable hours={hours} onChange={(week) => set({ week })} />
            <Holidays days={hours.holidays} onChange={(holidays) => set({ holidays })} />
          </>
        );
      }}
    </SectionEditor>
  );
}

const ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

function TimeZone({ zone, wrong, onChange }: { readonly zone: string; readonly wrong: boolean; readonly onChange: (zone: string) => void }) {
  const { locale } = useDesk();
  const { words: { hours: words } } = useRoom();
  const known = ZONES.includes(zone) ? ZONES : [zone, ...ZONES];
  return (
    <Field label={words.zone} hint={words.local(timeIn(zone, locale))} error={null}>
      {(attributes) => (
        <select {...attributes} aria-invalid={wrong} value={zone} onChange={(event) => onChange(event.currentTarget.value)}>
          {known.map((each) => <option key={each} value={each}>{each.replace(/_/g, " ")}</option>)}
        </select>
      )}
    </Field>
  );
}

function timeIn(zone: string, locale: string): string {
  try {
    return new Intl.DateTimeFormat(locale, { weekday: "long", hour: "2-digit", minute: "2-digit", timeZone: zone }).format(new Date());
  } catch {
    return "–"; // A zone that this browser does not know.
  }
}

function WeekTable({ hours, onChange }: { readonly hours: Hours; readonly onChange: (week: Hours["week"]) => void }) {
  const { words: { hours: words } } = useRoom();
  const set = (day: Day, spans: readonly Span[]): void => onChange(withSpans(hours.week, day, spans));
  const monday = spansOf(hours.week, "monday");
  const copyDown = (): void => onChange(DAYS.slice(1, 5).reduce((week, day) => withSpans(week, day, monday), hours.week));
  const unset = Object.keys(hours.week).length === 0;
  return (
    <div class="field">
      <ul class="week">
        {DAYS.map((day) => (
          <DayRow key={day} day={day} spans={spansOf(hours.week, day)} without={unset ? "–" : words.closed} onChange={(spans) => set(day, spans)} />
        ))}
      </ul>
      {monday.length > 0 && <div><button type="button" class="link" onClick={copyDown}>{words.copyDown}</button></div>}
      {unset && <p class="small muted">{words.always}</p>}
    </div>
  );
}

interface DayRowProps {
  readonly day: Day;
  readonly spans: readonly Span[];
  /** What is said of a day without spans. */
  readonly without: string;
  readonly onChange: (spans: readonly Span[]) => void;
}

function DayRow({ day, spans, without, onChange }: DayRowProps) {
  const { words: { hours: words } } = useRoom();
  const name = words.days[day];
  const set = (place: number, changed: Partial<Span>): void => onChange(spans.map((span, index) => (index === place ? { ...span, ...changed } : span)));
  return (
    <li>
      <span class="day-name">{name}</span>
      <div class="spans">
        {spans.length === 0 && <span class="muted">{without}</span>}
        {spans.map((span, place) => (
          <span key={place} class="span">
            <input type="time" required aria-label={words.from(name)} value={span.from} onInput={(event) => set(place, { from: event.currentTarget.value })} />
            <span aria-hidden="true">–</span>
            <input type="time" required aria-label={words.to(name)} aria-invalid={!isUsable(span)} value={span.to} onInput={(event) => set(place, { to: event.currentTarget.value })} />
            <button type="button" class="quiet icon-only" aria-label={words.removeSpan(name)} onClick={() => onChange(spans.filter((_, index) => index !== place))}><BinIcon /></button>
          </span>
        ))}
      </div>
      <button type="button" class="quiet icon-only" aria-label={words.addSpan(name)} onClick={() => onChange([...spans, nextSpan(spans)])}><PlusIcon /></button>
    </li>
  );
}

function Holidays({ days, onChange }: { readonly days: readonly string[]; readonly onChange: (days: readonly string[]) => void }) {
  const { locale } = useDesk();
  const { words: { hours: words } } = useRoom();
  const [day, setDay] = useState("");
  const add = (): void => {
    onChange([...new Set([...days, day])].sort());
    setDay("");
  };
  const named = (iso: string): string => new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
  return (
    <div class="field" role="group" aria-label={words.holidays}>
      <span>{words.holidays}</span>
      <ul class="holidays">
        {days.map((each) => (
          <li key={each}>
            <span>{named(each)}</span>
            <button type="button" class="quiet icon-only" aria-label={words.removeHoliday(named(each))} onClick={() => onChange(days.filter((other) => other !== each))}><BinIcon /></button>
          </li>
        ))}
      </ul>
      <div class="choices">
        <input type="date" class="short" aria-label={words.holiday} value={day} onInput={(event) => setDay(event.currentTarget.value)} />
        <button type="button" disabled={day === ""} onClick={add}>{words.addHoliday}</button>
      </div>
    </div>
  );
}
