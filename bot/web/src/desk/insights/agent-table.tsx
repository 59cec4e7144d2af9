/* What each agent did, where that may be shown. */

import type { Figure } from "../api/records/insights";
import { useDesk } from "../desk";
import type { Show } from "./figure-card";
import { Count } from "./figure-table";

export const WORK = ["taken", "replied", "resolved"] as const;

export function AgentTable({ figure, show }: { readonly figure: Figure; readonly show: Show }) {
  const { words: { insights } } = useDesk();
  if (!figure.agents) return <p class="small muted">{insights.agentsOff}</p>;
  return (
    <div class="table">
      <table>
        <thead>
          <tr>
            <th scope="col">{insights.agent}</th>
            {WORK.map((part) => <th key={part} scope="col">{insights.part("work", part, part)}</th>)}
          </tr>
        </thead>
        <tbody>
          {figure.agents.map(({ id, name, did }) => (
            <tr key={id}>
              <th scope="row" dir="auto">{name}</th>
              {WORK.map((part) => <td key={part}><Count value={did[part] ?? 0} onShow={() => show({ agent: id, part })} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
