/* Models: the retraining with its curves, every version, and the report of the one that is chosen. */

import { useEffect, useMemo } from "preact/hooks";
import { dayName, timeOfDay } from "../../../language/dates";
import { ModelsApi } from "../../api/models";
import type { ListedModel } from "../../api/records/models";
import { useDesk } from "../../desk";
import { Link } from "../../parts/link";
import { sentenceFor } from "../../problem";
import { OpenLearning } from "../open-learning";
import { LiveCurves } from "./live-curves";
import { ModelReportView } from "./model-report";
import { OpenModels } from "./open-models";
import { Retraining } from "./retraining";

export function ModelsPart({ chosen }: { readonly chosen: string | null }) {
  const { words, client, learning: learningApi, live } = useDesk();
  const learning = useMemo(() => new OpenLearning(learningApi), [learningApi]);
  const models = useMemo(() => new OpenModels(new ModelsApi(client)), [client]);
  useEffect(() => {
    void learning.look();
    const stops = [learning.follow(live), models.follow(live)];
    return () => stops.forEach((stop) => stop());
  }, [learning, models, live]);
  const standing = learning.standing.value;
  const served = standing?.serving;
  useEffect(() => void models.choose(chosen), [models, chosen, served]);
  const problem = learning.problem.value ?? models.problem.value;
  const page = models.page.value;
  const report = models.report.value;
  return (
    <div class="learning-body">
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>}
      {standing && <Retraining learning={learning} standing={standing} />}
      {standing?.current && <LiveCurves run={standing.current} />}
      {page && <Versions models={page.models} chosen={chosen} />}
      {page && report && <ModelReportView models={models} page={page} report={report} key={report.id} />}
    </div>
  );
}

interface VersionsProps {
  readonly models: readonly ListedModel[];
  readonly chosen: string | null;
}

function Versions({ models, chosen }: VersionsProps) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  return (
    <section class="card">
      <h2>{said.versions}</h2>
      {models.length === 0 ? (
        <p class="muted">{said.none}</p>
      ) : (
        <div class="table-frame" role="region" aria-label={said.versions} tabIndex={0}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{said.version}</th>
                <th scope="col" class="number">{said.accuracy}</th>
                <th scope="col" class="number"><abbr title={said.eceHint}>{said.ece}</abbr></th>
                <th scope="col" class="number">{said.answers}</th>
                <th scope="col" class="number">{said.tested}</th>
              </tr>
            </thead>
            <tbody>{models.map((each) => <Version key={each.id} model={each} chosen={each.id === chosen} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Version({ model, chosen }: { readonly model: ListedModel; readonly chosen: boolean }) {
  const { words, locale } = useDesk();
  const said = words.learningRoom.models;
  const share = (value: number | null): string => (value === null ? "–" : tenths(value));
  return (
    <tr class={chosen ? "chosen" : ""}>
      <th scope="row">
        <Link to={{ page: "learning", part: "models", item: model.id }} current={chosen}>
          {dayName(model.created_at, locale)} {timeOfDay(model.created_at, locale)}
        </Link>{" "}
        {model.standing === "serving" && <span class="tag good">{said.serving}</span>}
        {model.standing === "previous" && <span class="tag">{said.previous}</span>}
        {model.retrain_since !== null && <span class="tag warn" title={said.staleHint}>{said.stale}</span>}
        <span class="small muted model-id">{model.id}</span>
      </th>
      <td class="number">{share(model.accuracy)}</td>
      <td class="number">{share(model.ece)}</td>
      <td class="number">{model.promise?.value == null ? "–" : words.percent(model.promise.coverage)}</td>
      <td class="number">{model.validation_texts}</td>
    </tr>
  );
}

/** A share as a percentage with one decimal. */
export function tenths(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}
