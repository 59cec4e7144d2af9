/* The trade that an operator makes: how often answers are right, against how many are given at all. */

import { useState } from "preact/hooks";
import type { ModelReport, Promised } from "../../api/records/models";
import { useDesk } from "../../desk";
import { Link } from "../../parts/link";
import { mayLead } from "../../parts/may-edit";
import { LineChart } from "../line-chart";
import type { OpenModels } from "./open-models";

const MARGIN = 0.1;

interface Props {
  readonly models: OpenModels;
  readonly report: ModelReport;
}

export function RiskCoverage({ models, report }: Props) {
  const { words, user } = useDesk();
  const said = words.learningRoom.models;
  const [wanted, want] = useState<number | null>(null);
  const chosen = wanted ?? report.target_precision;
  const at = promiseAt(report.curve, chosen);
  if (at === null) return <p class="card muted">{said.noCurve}</p>;
  const reached = report.curve.filter(({ value }) => value !== null);
  const use = (): void => void models.setPrecision(chosen).then(() => want(null));
  return (
    <div class="card beside">
      <div>
        <h3>{said.risk}</h3>
        <p class="small muted">{said.riskHint(Math.round(report.out_of_scope_share * 100))}{report.strangers > 0 && ` ${said.strangers(report.strangers)}`}</p>
        {moreUnknown(report) && (
          <p class="small warn">{said.moreUnknown(words.percent(report.unknown_share ?? 0))} <Link to={{ page: "learning", part: "intents", item: null }}>{said.reviewMore}</Link></p>
        )}
        <label class="slider">
          <span>{said.precision} <output>{words.percent(chosen)}</output></span>
          <input type="range" min={60} max={99} step={1} value={Math.round(chosen * 100)} aria-valuetext={sentence(at, said, words.percent)} onInput={(event) => want(Number(event.currentTarget.value) / 100)} />
        </label>
        <p class="promise" aria-live="polite">{sentence(at, said, words.percent)}</p>
        <p class="small muted">{at.value !== null && (at.guaranteed ? said.guaranteed(at.texts) : said.expected(at.texts))}</p>
        {mayLead(user.value) ? (
          <p class="choices">
            <button type="button" class="primary" disabled={models.busy.value || Math.round(chosen * 100) === Math.round(report.target_precision * 100)} onClick={use}>{said.usePrecision}</button>
            <span class="small muted">{said.inForce(words.percent(report.target_precision))}</span>
          </p>
        ) : (
          <p class="small muted">{said.inForce(words.percent(report.target_precision))}</p>
        )}
      </div>
      <LineChart
        label={said.risk}
        x={{ from: 0.6, to: 1, ticks: [0.6, 0.7, 0.8, 0.9, 1], said: words.percent, title: said.precision }}
        y={{ from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], said: words.percent, title: said.coverage }}
        lines={[{ name: said.coverage, points: reached.map(({ precision, coverage }) => [precision, coverage]) }]}
        marks={at.value === null ? [] : [[at.precision, at.coverage]]}
      />
    </div>
  );
}

/** Whether customers asked clearly more that the bot knows nothing about than was assumed for the curve. */
export function moreUnknown({ unknown_share: share, out_of_scope_share: reckoned, strangers }: Pick<ModelReport, "unknown_share" | "out_of_scope_share" | "strangers">): boolean {
  return strangers === 0 && share !== null && share > reckoned + MARGIN;
}

/** What the curve tells of a precision: of the nearest that was reckoned. */
export function promiseAt(curve: readonly Promised[], precision: number): Promised | null {
  return curve.reduce<Promised | null>((nearest, each) => {
    const nearer = nearest === null || Math.abs(each.precision - precision) < Math.abs(nearest.precision - precision);
    return nearer ? each : nearest;
  }, null);
}

interface Sentences {
  readonly answersSo: (coverage: string) => string;
  readonly outOfReach: string;
}

function sentence({ value, coverage }: Promised, said: Sentences, percent: (value: number) => string): string {
  return value === null ? said.outOfReach : said.answersSo(percent(coverage));
}
