/* The report of one model, in the order in which a lead decides: may it serve, how sure, what goes wrong. */

import type { ModelPage } from "../../api/models";
import type { ModelReport } from "../../api/records/models";
import { useDesk } from "../../desk";
import { Link } from "../../parts/link";
import { mayLead } from "../../parts/may-edit";
import { LineChart } from "../line-chart";
import { ComparisonView } from "./comparison";
import { EpochChart } from "./live-curves";
import { standingOf, type OpenModels } from "./open-models";
import { RiskCoverage } from "./risk-coverage";
import { Confusions, IntentTable, MisreadList } from "./validation";

interface Props {
  readonly models: OpenModels;
  readonly page: ModelPage;
  readonly report: ModelReport;
}

export function ModelReportView({ models, page, report }: Props) {
  const { words, locale } = useDesk();
  const said = words.learningRoom.models;
  return (
    <section class="report" aria-label={said.report}>
      <h2>
        {said.reportOf(new Date(report.created_at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" }))}{" "}
        {report.standing === "serving" && <span class="tag good">{said.serving}</span>}
      </h2>
      <Acts models={models} page={page} report={report} />
      <RiskCoverage models={models} report={report} />
      {report.validation === null ? (
        <p class="card muted">{said.noValidation}</p>
      ) : (
        <>
          <Reliability report={report} />
          <IntentTable validation={report.validation} names={report.names} />
          <Confusions validation={report.validation} names={report.names} />
          <MisreadList validation={report.validation} names={report.names} />
        </>
      )}
      <Training report={report} />
    </section>
  );
}

function Acts({ models, page, report }: Props) {
  const { words, user } = useDesk();
  const said = words.learningRoom.models;
  const { serving, comparison } = standingOf(page, report.id);
  if (report.standing === "serving") return null;
  const running = comparison !== null && comparison.result === null && comparison.problem === null && comparison.ended_at === null;
  const found = comparison?.result ?? null;
  const well = found?.verdict === "better" || found?.verdict === "alike";
  const may = mayLead(user.value);
  const promote = (): void => {
    if (serving === null || well || window.confirm(said.insist)) void models.promote(report.id, serving !== null && !well);
  };
  const busy = models.busy.value;
  return (
    <div class="card">
      {serving !== null && <p>{said.compareHint}</p>}
      {may && (
        <p class="choices">
          {serving !== null && <button type="button" disabled={busy || running} onClick={() => void models.compare(serving, report.id)}>{found ? said.compareAgain : said.compare}</button>}
          {(serving === null || found !== null) && (
            <button type="button" class={well || serving === null ? "primary" : ""} disabled={busy || running} onClick={promote}>{said.promote}</button>
          )}
        </p>
      )}
      {running && comparison && (
        <p role="status">
          {said.comparing} <progress max={comparison.total || 1} {...(comparison.total > 0 ? { value: comparison.done } : {})} aria-label={said.comparing} />
        </p>
      )}
      {comparison?.problem && <p class="error" role="alert">{comparison.problem}</p>}
      {found && <ComparisonView found={found} names={report.names} />}
    </div>
  );
}

function Reliability({ report }: { readonly report: ModelReport }) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  const bins = report.validation?.reliability ?? [];
  if (bins.length === 0) return null;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return (
    <div class="card beside">
      <div>
        <h3>{said.reliability}</h3>
        <p class="small muted">{said.reliabilityHint}</p>
        {report.ece !== null && <p class="figure"><strong>{(100 * report.ece).toFixed(1)}%</strong> {said.eceHint}</p>}
        {report.accuracy !== null && <p class="figure"><strong>{(100 * report.accuracy).toFixed(1)}%</strong> {said.accuracyHint(report.validation_texts)}</p>}
        {report.labels && 2 * report.labels.sorted_by_search > report.labels.texts && (
          <p class="small warn">{said.sortedBySearch(report.labels.sorted_by_search, report.labels.texts)} <Link to={{ page: "learning", part: "backtest", item: null }}>{said.rather}</Link></p>
        )}
      </div>
      <LineChart
        label={said.reliability}
        x={{ from: 0, to: 1, ticks, said: words.percent, title: said.saidSure }}
        y={{ from: 0, to: 1, ticks, said: words.percent, title: said.wasRight }}
        lines={[
          { name: said.perfect, points: [[0, 0], [1, 1]], tone: "quiet" },
          { name: said.wasRight, points: bins.map(({ probability, right }) => [probability, right]) },
        ]}
        marks={bins.map(({ probability, right }) => [probability, right])}
      />
    </div>
  );
}

function Training({ report: { training } }: { readonly report: ModelReport }) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  if (training === null) return null;
  const lines = Object.entries(training.tunings)
    .filter(([, history]) => history.length > 0)
    .map(([name, history]) => ({ name, points: history.map((value, epoch) => [epoch + 1, value] as const), tone: "quiet" as const }));
  return (
    <details class="card">
      <summary>{said.training}</summary>
      <p class="small">{said.trained(training.texts, training.intents, Math.round(training.seconds), training.device)}</p>
      {training.plan !== null && <p class="small muted">{training.plan}</p>}
      {lines.length > 0 && <EpochChart label={said.accuracyByEpoch} lines={lines} highest={1} said={words.percent} />}
    </details>
  );
}
