/* A figure's chart with its kinds, what stands under the pointer, the same as a table, and both to save. */

import { useMemo, useRef, useState } from "preact/hooks";
import type { Figure, Part } from "../api/records/insights";
import { useDesk } from "../desk";
import { Chart, type ChartSeries } from "./chart";
import { csvOf, download } from "./csv";
import { dayName } from "./days";
import { spoken } from "./durations";
import type { Show } from "./figure-card";
import { FigureTable } from "./figure-table";
import { useKindName } from "./kind-name";
import { kindsShown, OTHERS, stacked, toneOf } from "./reckoning";
import { rowsForCsv } from "./rows";

interface Props {
  readonly figure: Figure;
  readonly order: readonly string[] | null;
  readonly show: Show;
}

export function FigureChart({ figure, order, show }: Props) {
  const { words: { insights }, locale } = useDesk();
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const kindName = useKindName(figure);
  const title = insights.titles[figure.figure];
  const kinds = useMemo(() => kindsShown(figure, order), [figure, order]);
  const days = useMemo(() => figure.buckets.map((day) => dayName(day, locale, figure.step)), [figure, locale]);
  const lines = figure.times !== undefined || figure.figure === "work";
  const series = useMemo(() => seriesOf(figure, kinds, lines, insights.median, kindName), [figure, kinds]);
  const said = (value: number): string => (figure.times ? spoken(value, locale) : value.toLocaleString(locale));
  const saveCsv = (): void => download(new Blob([csvOf(rowsForCsv(figure, insights))], { type: "text/csv" }), nameOf(figure, "csv"));
  const savePng = (): void => {
    if (canvas.current) onPaper(canvas.current).toBlob((picture) => picture && download(picture, nameOf(figure, "png")));
  };
  return (
    <>
      {figure.total > 0 && (
        <>
          <Chart label={insights.chart(title)} kind={lines ? "lines" : "bars"} timed={figure.times !== undefined} series={series} buckets={days} said={said} onPoint={setPointed} onChosen={(place) => show({ bucket: figure.buckets[place] ?? "" })} drawn={(drawn) => (canvas.current = drawn)} />
          <p class="pointed small tabular" aria-hidden="true">{pointed !== null && pointedAt(figure, kinds, pointed, days, said, kindName)}</p>
          {!figure.times && <Kinds figure={figure} kinds={kinds} show={show} />}
        </>
      )}
      <div class="figure-foot small">
        <details>
          <summary>{insights.table}</summary>
          <FigureTable figure={figure} kinds={kinds} show={show} />
        </details>
        <button type="button" class="link" onClick={() => show({})}>{insights.showAll}</button>
        <button type="button" class="link" aria-label={insights.saveCsv(title)} onClick={saveCsv}>{insights.csv}</button>
        {figure.total > 0 && <button type="button" class="link" aria-label={insights.savePng(title)} onClick={savePng}>{insights.png}</button>}
      </div>
    </>
  );
}

function Kinds({ figure, kinds, show }: { readonly figure: Figure; readonly kinds: readonly Part[]; readonly show: Show }) {
  const { locale } = useDesk();
  const kindName = useKindName(figure);
  return (
    <ul class="kinds small">
      {kinds.map(({ id, name, total }, place) => (
        <li key={id}>
          <span class={`swatch swatch-${toneOf(id, place)}`} aria-hidden="true" />
          {id === OTHERS ? <span>{kindName(id, name)}</span> : <button type="button" class="link" dir="auto" onClick={() => show({ part: id })}>{kindName(id, name)}</button>}
          <span class="tabular muted">{total.toLocaleString(locale)}</span>
        </li>
      ))}
    </ul>
  );
}

type KindName = ReturnType<typeof useKindName>;

function seriesOf(figure: Figure, kinds: readonly Part[], lines: boolean, median: string, kindName: KindName): readonly ChartSeries[] {
  if (figure.times) return [{ tone: 1, label: median, values: figure.times.map((each) => each.median) }];
  const heights = lines ? kinds.map(({ counts }) => counts) : stacked(kinds);
  return kinds.map(({ id, name }, place) => ({ tone: toneOf(id, place), label: kindName(id, name), values: heights[place] ?? [] }));
}

function pointedAt(figure: Figure, kinds: readonly Part[], place: number, days: readonly string[], said: (value: number) => string, kindName: KindName): string {
  const time = figure.times?.[place];
  const held = kinds.filter(({ counts }) => (counts[place] ?? 0) > 0).map(({ id, name, counts }) => `${kindName(id, name)} ${said(counts[place] ?? 0)}`);
  const parts = figure.times ? (time?.median == null ? [] : [`${said(time.median)} (${time.count})`]) : held;
  return [days[place], ...(parts.length > 0 ? parts : ["0"])].join(" · ");
}

/** The chart with the card's colour behind it: by itself it could not be read on another. */
function onPaper(chart: HTMLCanvasElement): HTMLCanvasElement {
  const paper = document.createElement("canvas");
  [paper.width, paper.height] = [chart.width, chart.height];
  const pen = paper.getContext("2d");
  if (!pen) return chart;
  pen.fillStyle = getComputedStyle(chart).getPropertyValue("--surface");
  pen.fillRect(0, 0, paper.width, paper.height);
  pen.drawImage(chart, 0, 0);
  return paper;
}

function nameOf({ figure, from, to }: Figure, ending: string): string {
  return `${figure}-${from}-${to}.${ending}`;
}
