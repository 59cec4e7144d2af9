/* Which days, and what they are narrowed to. */

import type { InsightChoices } from "../api/records/insights";
import { useDesk } from "../desk";
import { languageName } from "../parts/language-name";
import { lastDays, SPANS, view, type View } from "./view";

interface Props {
  readonly choices: InsightChoices;
  readonly shown: View;
}

export function ViewBar({ choices, shown }: Props) {
  const { words: { insights }, locale } = useDesk();
  const change = (changed: Partial<View>): void => {
    view.value = { ...shown, ...changed };
  };
  return (
    <div class="view-bar">
      <div class="modes" role="group" aria-label={insights.period}>
        {SPANS.map((span) => (
          <button key={span} type="button" aria-pressed={shown.span === span} onClick={() => change(lastDays(span, choices.today))}>{insights.spans[span]}</button>
        ))}
        <button type="button" aria-pressed={shown.span === "free"} onClick={() => change({ span: "free" })}>{insights.spans.free}</button>
      </div>
      {shown.span === "free" && <Dates shown={shown} today={choices.today} change={change} />}
      <Choice label={insights.channel} any={insights.anyChannel} value={shown.channel} options={choices.channels.map((each) => [each, insights.channels[each] ?? each])} onChange={(channel) => change({ channel })} />
      <Choice label={insights.language} any={insights.anyLanguage} value={shown.language} options={choices.languages.map((each) => [each, languageName(each, locale)])} onChange={(language) => change({ language })} />
      <Choice label={insights.intent} any={insights.anyIntent} value={shown.intent} options={choices.intents.map(({ id, name }) => [id, name])} onChange={(intent) => change({ intent })} />
    </div>
  );
}

interface DatesProps {
  readonly shown: View;
  readonly today: string;
  readonly change: (changed: Partial<View>) => void;
}

/** The other day moves along where they would cross. */
function Dates({ shown, today, change }: DatesProps) {
  const { words: { insights } } = useDesk();
  const { from, to } = shown;
  return (
    <>
      <label class="small">{insights.from} <input type="date" value={from} max={today} onChange={({ currentTarget: { value } }) => value && change({ from: value, to: value > to ? value : to })} /></label>
      <label class="small">{insights.to} <input type="date" value={to} max={today} onChange={({ currentTarget: { value } }) => value && change({ to: value, from: value < from ? value : from })} /></label>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{any}</option>
      {options.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
    </select>
  );
}
