/* What became of each template that was said. */

import { useState } from "preact/hooks";
import type { Figure } from "../api/records/insights";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { csvOf, download } from "./csv";
import type { Show } from "./figure-card";
import { Count } from "./figure-table";
import { FEWEST } from "./reckoning";
import { rowsForCsv } from "./rows";

const FIRST_ROWS = 10;

export function TemplateTable({ figure, show }: { readonly figure: Figure; readonly show: Show }) {
  const { words: { insights, percent }, locale } = useDesk();
  const [all, setAll] = useState(false);
  const columns = insights.templateColumns;
  const title = insights.titles.templates;
  const templates = figure.templates ?? [];
  const shown = all ? templates : templates.slice(0, FIRST_ROWS);
  const share = (part: number, of: number): string => (of < FEWEST || part === 0 ? String(part) : `${part} (${percent(part / of)})`);
  const save = (): void => download(new Blob([csvOf(rowsForCsv(figure, insights))], { type: "text/csv" }), `templates-${figure.from}-${figure.to}.csv`);
  return (
    <>
      <div class="table" tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.title}</th><th scope="col">{columns.shown}</th><th scope="col">{columns.helpful}</th>
              <th scope="col">{columns.unhelpful}</th><th scope="col">{columns.to_person}</th><th scope="col">{columns.by_agents}</th>
              <th scope="col">{columns.edited}</th><th scope="col">{columns.rating}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.id}>
                <th scope="row" dir="auto"><Link to={{ page: "templates", template: each.id }}>{each.title}</Link></th>
                <td><Count value={each.shown} onShow={() => show({ part: each.id })} /></td>
                <td>{each.helpful}</td>
                <td>{each.unhelpful}</td>
                <td>{share(each.to_person, each.shown)}</td>
                <td>{each.by_agents}</td>
                <td>{share(each.edited, each.by_agents)}</td>
                <td>{each.rating === null ? "–" : `${each.rating.toLocaleString(locale, { maximumFractionDigits: 1 })} (${each.ratings})`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="figure-foot small">
        {!all && templates.length > FIRST_ROWS && <button type="button" class="link" onClick={() => setAll(true)}>{insights.allTemplates(templates.length)}</button>}
        <button type="button" class="link" aria-label={insights.saveCsv(title)} onClick={save}>{insights.csv}</button>
      </div>
    </>
  );
}
