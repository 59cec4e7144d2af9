/* How a training goes while it runs: accuracy and loss by epoch, a line for each tuning. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { ModelsApi } from "../../api/models";
import type { RetrainingRun } from "../../api/records/learning";
import type { EpochPoint } from "../../api/records/models";
import { useDesk } from "../../desk";
import { LineChart, steps, type Line } from "../line-chart";

const LOOK_MS = 3_000;

export function LiveCurves({ run }: { readonly run: RetrainingRun }) {
  const { client, words } = useDesk();
  const api = useMemo(() => new ModelsApi(client), [client]);
  const [epochs, setEpochs] = useState<readonly EpochPoint[]>([]);
  useEffect(() => {
    const look = (): void => void api.curves(run.id).then(setEpochs, () => undefined); // The next look may succeed.
    look();
    const looking = setInterval(look, LOOK_MS);
    return () => clearInterval(looking);
  }, [api, run.id]);
  const said = words.learningRoom.models;
  return (
    <section class="card">
      <h2>{said.curves}</h2>
      <p class="small muted">{said.curvesHint}</p>
      {epochs.length === 0 ? <p class="muted">{said.noEpoch}</p> : <Curves epochs={epochs} />}
    </section>
  );
}

function Curves({ epochs }: { readonly epochs: readonly EpochPoint[] }) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  const latest = epochs.at(-1);
  const accuracy = linesOf(epochs, ({ validation_accuracy: value }) => value);
  return (
    <>
      {latest && <p class="small muted" role="status">{said.epochEnded(said.tuning(latest.tuning), latest.epoch, latest.loss.toFixed(2), latest.validation_accuracy === null ? null : words.percent(latest.validation_accuracy))}</p>}
      <div class="charts">
        {accuracy.length > 0 && <EpochChart label={said.accuracyByEpoch} lines={accuracy} highest={1} said={words.percent} />}
        <EpochChart label={said.lossByEpoch} lines={linesOf(epochs, ({ loss }) => loss)} highest={Math.max(...epochs.map(({ loss }) => loss))} said={(value) => String(value)} />
      </div>
    </>
  );
}

interface ChartProps {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly highest: number;
  readonly said: (value: number) => string;
}

export function EpochChart({ label, lines, highest, said: inWords }: ChartProps) {
  const { words: { learningRoom: { models: said } } } = useDesk();
  const last = Math.max(2, ...lines.flatMap(({ points }) => points.map(([epoch]) => epoch)));
  const ticks = steps(last).filter((tick) => tick >= 1 && Number.isInteger(tick));
  return (
    <figure>
      <figcaption>{label}</figcaption>
      <LineChart
        label={label}
        lines={lines}
        x={{ from: 1, to: last, ticks: ticks.includes(1) ? ticks : [1, ...ticks], said: String, title: said.epoch }}
        y={{ from: 0, to: highest, ticks: steps(highest), said: inWords, title: "" }}
      />
    </figure>
  );
}

/** A line for each tuning that told such a figure. */
export function linesOf(epochs: readonly EpochPoint[], figure: (point: EpochPoint) => number | null): readonly Line[] {
  const points = new Map<string, [number, number][]>();
  for (const each of epochs) {
    const value = figure(each);
    if (value !== null) points.set(each.tuning, [...(points.get(each.tuning) ?? []), [each.epoch, value]]);
  }
  return [...points].map(([name, found]) => ({ name, points: found, tone: name.startsWith("member") ? "main" : "quiet" }));
}
