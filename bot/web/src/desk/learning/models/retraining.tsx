/* Retraining: what is new, the button, how far it is, and the last reports with what they allow. */

import { dayName, timeOfDay } from "../../../language/dates";
import type { Learning, Parting, RetrainingReport, RetrainingRun } from "../../api/records/learning";
import { useDesk } from "../../desk";
import { Link } from "../../parts/link";
import type { OpenLearning } from "../open-learning";

const SHOWN = 5;

interface Properties {
  readonly learning: OpenLearning;
  readonly standing: Learning;
}

export function Retraining({ learning, standing }: Properties) {
  const { words, user } = useDesk();
  const role = user.value?.role;
  const { news, current, missing } = standing;
  const starts = role === "editor" || role === "lead" || role === "admin";
  return (
    <section class="card retraining">
      <h2>{words.learningRoom.models.retraining}</h2>
      <p>
        {news.examples === 0 ? words.learningRoom.models.noExamples : words.learning.news(news.fresh, news.examples)} <span class="small muted">{counted(news.by_evidence, words.learning.sources)}</span>
      </p>
      {current ? (
        <Progress run={current} />
      ) : (
        starts && (
          <p class="choices">
            <button type="button" class="primary" disabled={learning.busy.value || missing.length > 0 || !news.anything} onClick={() => void learning.retrain()}>
              {words.learning.retrain}
            </button>
            {missing.length > 0 && <span class="small muted">{words.learning.missing(missing.join(", "))}</span>}
            {missing.length === 0 && news.examples > 0 && !news.anything && <span class="small muted">{words.learning.nothingNew}</span>}
          </p>
        )
      )}
      <Serving learning={learning} standing={standing} />
      <ul>
        {standing.runs.slice(0, SHOWN).map((run) => (
          <li key={run.id}>
            <Run learning={learning} standing={standing} run={run} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Serving({ learning, standing }: Properties) {
  const { words, user } = useDesk();
  const leads = user.value?.role === "lead" || user.value?.role === "admin";
  const goBack = (): void => {
    if (window.confirm(words.learning.rollBackQuestion(standing.previous ?? ""))) void learning.rollBack();
  };
  return (
    <p class="choices">
      <span class="small muted">{standing.serving ? words.learning.serving(standing.serving) : words.learning.noModel}</span>
      {leads && standing.previous && standing.previous !== standing.serving && (
        <button type="button" class="quiet" disabled={learning.busy.value} onClick={goBack}>{words.learning.rollBack}</button>
      )}
    </p>
  );
}

function Progress({ run }: { readonly run: RetrainingRun }) {
  const { words } = useDesk();
  const far = run.total > 0 ? run.done / run.total : null;
  return (
    <p role="status">
      {run.state === "asked" ? words.learning.states.asked : words.learning.running(stageIn(run.stage, words.learning.stages), far === null ? null : words.percent(far))}{" "}
      <progress max={1} {...(far === null ? {} : { value: far })} aria-label={words.learning.title} />
    </p>
  );
}

function Run({ learning, standing, run }: Properties & { readonly run: RetrainingRun }) {
  const { words, locale, user } = useDesk();
  const leads = user.value?.role === "lead" || user.value?.role === "admin";
  const latest = standing.runs.find(({ model }) => model !== null) === run;
  const tone = run.state === "passed" || run.state === "promoted" ? "tag good" : run.state === "unneeded" ? "tag" : "tag bad";
  return (
    <>
      <p class="tags">
        <span class={tone}>{words.learning.states[run.state]}</span>
        <span class="small muted">
          {dayName(run.started_at, locale)} {timeOfDay(run.started_at, locale)} · {words.learning.by(run.started_by)}
        </span>
        {leads && latest && run.state === "passed" && (
          <button type="button" disabled={learning.busy.value || standing.current !== null} onClick={() => void learning.promote(run.id)}>
            {words.learning.promote}
          </button>
        )}
      </p>
      {run.problem !== null && <p class="small">{run.problem}</p>}
      {run.report && <Report report={run.report} />}
    </>
  );
}

function Report({ report }: { readonly report: RetrainingReport }) {
  const { words } = useDesk();
  const { news, trial } = report;
  return (
    <>
      <p class="small">
        {words.learning.learned(news.examples, news.fresh)} {counted(news.by_evidence, words.learning.sources)}
      </p>
      {[...(report.remarks ?? []), ...report.because].map((sentence) => <p class="small" key={sentence}>{sentence}</p>)}
      {trial && (trial.golden.intents.length > 0 || trial.shadow.parted > 0) && (
        <details>
          <summary class="small">{words.learning.details(trial.golden.intents.length, trial.shadow.parted, trial.shadow.conversations)}</summary>
          <ul>
            {trial.golden.intents.map(({ intent, texts, right_before: before, right_after: after }) => (
              <li class="small" key={intent}>{words.learning.intent(intent, before, after, texts)}</li>
            ))}
            {trial.shadow.examples.map((parting) => <li key={parting.conversation}><PartingLine parting={parting} /></li>)}
          </ul>
        </details>
      )}
    </>
  );
}

function PartingLine({ parting }: { readonly parting: Parting }) {
  const { words } = useDesk();
  return (
    <>
      <Link to={{ page: "inbox", queue: "closed", conversation: parting.conversation }}><span dir="auto">{parting.text}</span></Link>
      <p class="small"><span class="tag">{words.learning.before}</span> {saidIn(parting.before, words.reasons.kinds)} <span class="muted" dir="auto">{parting.before_text}</span></p>
      <p class="small"><span class="tag">{words.learning.after}</span> {saidIn(parting.after, words.reasons.kinds)} <span class="muted" dir="auto">{parting.after_text}</span></p>
    </>
  );
}

/** A stage such as "member 2" in the reader's words; a name that nobody worded stays as it is. */
function stageIn(stage: string, names: Readonly<Record<string, string>>): string {
  const [, name = "", number = ""] = /^(.*?)( \d+)?$/.exec(stage) ?? [];
  return (names[name] ?? name) + number;
}

/** What a model said: the kind of reply in the reader's words, and the template as it is called. */
function saidIn(said: string, kinds: Readonly<Record<string, string>>): string {
  const [kind = "", ...template] = said.split(" ");
  return [kinds[kind] ?? kind, ...template].join(" ");
}

function counted(counts: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>): string {
  const said = Object.entries(counts).map(([name, count]) => `${names[name] ?? name} ${count}`);
  return said.length === 0 ? "" : `(${said.join(" · ")})`;
}
