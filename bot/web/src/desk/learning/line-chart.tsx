/* A small line chart: one or two axes of shares or counts, in the theme's colours, told in words beside it. */

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 32;
const TOP = 26;
const RIGHT = 22;

export type Point = readonly [x: number, y: number];

export interface Line {
  readonly name: string;
  readonly points: readonly Point[];
  readonly tone?: "main" | "quiet";
}

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly said: (value: number) => string;
  readonly title: string;
}

interface Props {
  readonly label: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
  /** Points that stand out. */
  readonly marks?: readonly Point[];
}

export function LineChart({ label, x, y, lines, marks = [] }: Props) {
  const [across, up] = [place(x, LEFT, WIDTH - RIGHT), place(y, HEIGHT - BOTTOM, TOP)];
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={up(tick)} y2={up(tick)} />
          <text x={LEFT - 6} y={up(tick) + 4} text-anchor="end">{y.said(tick)}</text>
        </g>
      ))}
      {x.ticks.map((tick) => <text key={tick} x={across(tick)} y={HEIGHT - BOTTOM + 14} text-anchor="middle">{x.said(tick)}</text>)}
      <text class="axis" x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 3} text-anchor="middle">{x.title}</text>
      <text class="axis" x={4} y={12}>{y.title}</text>
      {lines.map(({ name, points, tone }) => (
        <polyline key={name} class={tone ?? "main"} points={points.map(([px, py]) => `${across(px)},${up(py)}`).join(" ")}>
          <title>{name}</title>
        </polyline>
      ))}
      {lines.filter(({ points }) => points.length === 1).map(({ name, points: [point] }) => point && <circle key={name} class="dot" cx={across(point[0])} cy={up(point[1])} r={3} />)}
      {marks.map(([px, py], number) => <circle key={number} class="mark-dot" cx={across(px)} cy={up(py)} r={5} />)}
    </svg>
  );
}

/** Where a value of the axis lies between two places of the drawing; what is beyond lies at the end. */
function place({ from, to }: Axis, start: number, end: number): (value: number) => number {
  return (value) => {
    const share = to === from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
    return Math.round((start + share * (end - start)) * 10) / 10;
  };
}

/** Round steps from 0 to the highest of the values, five at most. */
export function steps(highest: number): readonly number[] {
  const rough = Math.max(highest, 1e-6) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * unit >= rough) ?? 10) * unit;
  return Array.from({ length: Math.floor(highest / step + 1e-9) + 1 }, (_, number) => Number((number * step).toPrecision(6)));
}
