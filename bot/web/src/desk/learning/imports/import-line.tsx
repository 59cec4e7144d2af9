/* One import: how far it is, what came of it, what was left out, and how to try again. */

import { useState } from "preact/hooks";
import { timeAgo } from "../../../language/dates";
import type { JobsApi } from "../../api/jobs";
import type { ImportResult, Job, TranscriptImports } from "../../api/records/jobs";
import { useDesk } from "../../desk";
import { mayLead } from "../../parts/may-edit";
import { isUnderWay, JobProgress } from "../job-progress";
import type { OpenJobs } from "../open-jobs";
import { Refusal } from "./refusal";

interface Props {
  readonly job: Job;
  readonly page: TranscriptImports | null;
  readonly jobs: OpenJobs<TranscriptImports>;
  readonly api: JobsApi;
}

export function ImportLine({ job, page, jobs, api }: Props) {
  const { words, locale, user } = useDesk();
  const { imports: said, jobs: jobWords } = words.learningRoom;
  const result = job.result as ImportResult | null;
  const stopped = job.state === "failed" || job.state === "interrupted";
  const may = mayLead(user.value);
  return (
    <>
      <p class="import-head">
        <strong dir="auto">{job.name}</strong>
        <span class={stopped ? "tag bad" : job.state === "done" ? "tag good" : "tag"}>{jobWords.states[job.state]}</span>
        <span class="small muted">{timeAgo(job.ended_at ?? job.asked_at, locale)} · {job.asked_by}</span>
        {may && !isUnderWay(job) && <button type="button" class="link" onClick={() => void jobs.act(() => api.remove(job.id))}>{said.dismiss}</button>}
      </p>
      <JobProgress job={job} label={job.name} told />
      {job.problem && <div class="small error"><Refusal sentence={job.problem} /></div>}
      {job.state === "interrupted" && <p class="small muted">{said.interrupted}</p>}
      {result && <Outcome result={result} />}
      {stopped && may && page && <Again job={job} formats={page.formats} jobs={jobs} api={api} />}
    </>
  );
}

function Outcome({ result }: { readonly result: ImportResult }) {
  const { words } = useDesk();
  const said = words.learningRoom.imports;
  const redactions = Object.entries(result.redactions);
  return (
    <>
      <p class="small">
        {said.result(result.conversations, result.turns, result.format)}
        {result.duplicates > 0 && ` ${said.duplicates(result.duplicates)}`}
        {result.erased > 0 && ` ${said.erased(result.erased)}`}
      </p>
      {redactions.length > 0 && (
        <p class="small muted">{said.redacted} {redactions.map(([kind, count]) => `${said.kinds[kind] ?? kind} ${count}`).join(" · ")}</p>
      )}
      {result.skipped > 0 && (
        <details class="small">
          <summary>{said.leftOut(result.skipped)}</summary>
          <ul class="left-out">
            {(result.left_out ?? []).map(({ where, what, reason }, place) => <li key={place}><strong dir="auto">{where}</strong> <span class="muted">{what}</span> <Refusal sentence={reason} /></li>)}
          </ul>
        </details>
      )}
    </>
  );
}

interface AgainProps {
  readonly job: Job;
  readonly formats: readonly string[];
  readonly jobs: OpenJobs<TranscriptImports>;
  readonly api: JobsApi;
}

function Again({ job, formats, jobs, api }: AgainProps) {
  const { words } = useDesk();
  const said = words.learningRoom.imports;
  const [format, setFormat] = useState("auto");
  const [columns, setColumns] = useState("");
  const again = (): void => void jobs.act(() => api.again(job.id, job.state === "interrupted" ? {} : { format, columns }));
  if (job.state === "interrupted") return <button type="button" disabled={jobs.busy.value} onClick={again}>{said.goOn}</button>;
  return (
    <details class="small">
      <summary>{said.readOtherwise}</summary>
      <div class="choices">
        <label>{said.format} <select value={format} onChange={(event) => setFormat(event.currentTarget.value)}>{formats.map((each) => <option key={each} value={each}>{each === "auto" ? said.auto : each}</option>)}</select></label>
        <label class="grow">{said.columns} <input value={columns} placeholder="text=Body,speaker=From" onInput={(event) => setColumns(event.currentTarget.value)} /></label>
        <button type="button" disabled={jobs.busy.value} onClick={again}>{said.tryAgain}</button>
      </div>
    </details>
  );
}
