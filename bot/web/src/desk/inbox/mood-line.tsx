/* How a customer's messages sounded, one after another: a line from unhappy, below, to friendly, above. */

import { moment } from "../../language/dates";
import type { CustomerPage } from "../api/records/customer";
import { useDesk } from "../desk";
import { moodOf } from "./mood";

const WIDE = 300;
const HIGH = 64;
const EDGE = 6;

export function MoodLine({ moods }: { readonly moods: CustomerPage["moods"] }) {
  const { words, locale } = useDesk();
  const x = (place: number): number => EDGE + (place * (WIDE - 2 * EDGE)) / Math.max(1, moods.length - 1);
  const y = (value: number): number => HIGH / 2 - value * (HIGH / 2 - EDGE);
  const line = moods.map(({ value }, place) => `${x(place).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  const last = moods.at(-1);
  return (
    <>
      <svg class="mood" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={words.agent.moodHint}>
        <line class="zero" x1="0" x2={WIDE} y1={HIGH / 2} y2={HIGH / 2} />
        <polyline points={line} />
        {moods.map(({ at, value }, place) => (
          <circle key={place} class={moodOf(value)} cx={x(place)} cy={y(value)} r="3.5">
            <title>{words.agent.moodPoint(words.brief[moodOf(value)], moment(at, locale))}</title>
          </circle>
        ))}
      </svg>
      {last && <p class="small muted">{words.agent.moodHint}: {words.agent.moodPoint(words.brief[moodOf(last.value)], moment(last.at, locale))}</p>}
    </>
  );
}
