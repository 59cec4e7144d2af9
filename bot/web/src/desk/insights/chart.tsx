/* A chart over the parts of a period: stacked bars, or lines. Drawn by uPlot on a canvas; a table tells the same. */

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useEffect, useRef } from "preact/hooks";

export interface ChartSeries {
  /** Which of the chart colours, from 1. */
  readonly tone: number;
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly label: string;
  readonly kind: "bars" | "lines";
  /** Whether the values are seconds. */
  readonly timed: boolean;
  readonly series: readonly ChartSeries[];
  readonly buckets: readonly string[];
  /** What stands on the axis for a value. */
  readonly said: (value: number) => string;
  readonly onPoint: (place: number | null) => void;
  readonly onChosen: (place: number) => void;
  /** Gets the canvas, for saving it. */
  readonly drawn: (canvas: HTMLCanvasElement) => void;
}

const HEIGHT_PX = 190;
const LABEL_PX = 64;
const AXIS_PX = 44;
const TIME_AXIS_PX = 84;
const DAYS_PX = 28;
/** Steps of an axis of seconds that people count in. */
const TIME_STEPS = [1, 5, 10, 30, 60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 36_000, 72_000, 180_000, 360_000, 720_000];

export function Chart(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const { kind, series, buckets, label } = props;
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    let chart = draw(box, latest);
    const again = (): void => {
      chart.destroy();
      chart = draw(box, latest);
    };
    const sized = new ResizeObserver(() => chart.width !== box.clientWidth && again());
    const theme = matchMedia("(prefers-color-scheme: dark)");
    sized.observe(box);
    theme.addEventListener("change", again);
    return () => {
      sized.disconnect();
      theme.removeEventListener("change", again);
      chart.destroy();
    };
  }, [kind, series, buckets]);
  return <div class="chart" ref={place} role="img" aria-label={label} />;
}

function draw(box: HTMLElement, latest: { readonly current: Props }): uPlot {
  const { kind, timed, series, buckets, said, drawn } = latest.current;
  const look = getComputedStyle(box);
  const colour = (name: string): string => look.getPropertyValue(name).trim();
  const font = `12px ${look.fontFamily}`;
  const axis = { stroke: colour("--muted"), font, ticks: { show: false }, border: { show: false } };
  const every = Math.max(1, Math.ceil(buckets.length / Math.max(1, Math.floor((box.clientWidth - (timed ? TIME_AXIS_PX : AXIS_PX)) / LABEL_PX))));
  // Bars that stand for sums are drawn from the highest to the lowest, each over the one before.
  const inOrder = series.map((each) => ({ ...each, colour: colour(`--chart-${each.tone}`) }));
  if (kind === "bars") inOrder.reverse();
  const chart = new uPlot(
    {
      width: box.clientWidth,
      height: HEIGHT_PX,
      legend: { show: false },
      padding: [8, null, 0, null],
      cursor: { y: false, drag: { x: false, y: false }, points: { show: kind === "lines" } },
      scales: { x: { time: false, range: () => [-0.6, buckets.length - 0.4] }, y: { range: (_, __, most) => [0, Math.max(most * 1.08, 1)] } },
      axes: [
        {
          ...axis,
          size: DAYS_PX,
          grid: { show: false },
          splits: () => buckets.flatMap((_, place) => (place % every === 0 ? [place] : [])),
          values: (_, splits) => splits.map((place) => buckets[place] ?? ""),
        },
        {
          ...axis,
          size: timed ? TIME_AXIS_PX : AXIS_PX,
          grid: { stroke: colour("--line"), width: 1 },
          ...(timed ? { incrs: TIME_STEPS } : {}),
          values: (_, splits) => splits.map((value) => (timed || Number.isInteger(value) ? said(value) : "")),
        },
      ],
      series: [
        {},
        ...inOrder.map(({ label, colour: tone }): uPlot.Series => ({
          label,
          stroke: tone,
          ...(kind === "bars"
            ? { fill: tone, width: 0, points: { show: false }, ...bars() }
            : { width: 2, spanGaps: false, points: { show: true, size: 6, fill: tone } }),
        })),
      ],
      hooks: { setCursor: [(self) => latest.current.onPoint(self.cursor.idx ?? null)] },
    },
    [buckets.map((_, place) => place), ...inOrder.map(({ values }) => [...values])],
    box,
  );
  chart.over.addEventListener("click", () => {
    if (chart.cursor.idx != null) latest.current.onChosen(chart.cursor.idx);
  });
  drawn(chart.ctx.canvas);
  return chart;
}

function bars(): Pick<uPlot.Series, "paths"> {
  const paths = uPlot.paths.bars?.({ size: [0.72, 44] });
  return paths ? { paths } : {};
}
