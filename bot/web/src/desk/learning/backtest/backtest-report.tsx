/* What a backtest found: the shares, the agreement with its interval, by intent, and the answers to read. */

import type { BacktestResult, Replayed, Share } from "../../api/records/jobs";
import { useDesk } from "../../desk";

const INTENTS = 15;
const NO_INTENT = "none";

interface Props {
  readonly result: BacktestResult;
  /** Whether it learned anew, with drafts in place of what the team approved. */
  readonly anew: boolean;
}

export function BacktestReport({ result, anew }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.backtest;
  return (
    <>
      <dl class="tiles">
        <Tile value={words.percent(result.answered)} label={said.answered} />
        <Tile value={result.agreement.value === null ? "–" : words.percent(result.agreement.value)} label={said.agreed} more={interval(result.agreement, words.percent, said.interval)} />
        <Tile value={words.percent(result.asked_back)} label={said.askedBack} />
        <Tile value={words.percent(result.handed_off)} label={said.handedOff} />
      </dl>
      <p class="small muted">{said.replayed(result.conversations, result.refused)} {said.how}</p>
      {anew && <p class="small muted">{said.unreviewed}</p>}
      {result.by_intent.length > 0 && <ByIntent result={result} />}
      {result.worst !== undefined && result.worst.length > 0 && <Worst worst={result.worst} />}
    </>
  );
}

interface TileProps {
  readonly value: string;
  readonly label: string;
  readonly more?: string | null;
}

function Tile({ value, label, more = null }: TileProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd><strong>{value}</strong>{more !== null && <span class="small muted"> {more}</span>}</dd>
    </div>
  );
}

function ByIntent({ result }: { readonly result: BacktestResult }) {
  const { words } = useDesk();
  const said = words.learningRoom.backtest;
  return (
    <details>
      <summary>{said.byIntent(result.by_intent.length)}</summary>
      <div class="table-frame" role="region" aria-label={said.title} tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{said.intent}</th>
              <th scope="col" class="number">{said.conversations}</th>
              <th scope="col" class="number">{said.answered}</th>
              <th scope="col" class="number">{said.agreed}</th>
            </tr>
          </thead>
          <tbody>
            {result.by_intent.slice(0, INTENTS).map(({ intent, name, conversations, answered, agreement }) => (
              <tr key={intent}>
                <th scope="row">{intent === NO_INTENT ? said.noIntent : (name ?? intent)}</th>
                <td class="number">{conversations}</td>
                <td class="number">{words.percent(answered)}</td>
                <td class="number">{agreement.value === null ? "–" : `${words.percent(agreement.value)} ${interval(agreement, words.percent, said.interval) ?? ""}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Worst({ worst }: { readonly worst: readonly Replayed[] }) {
  const { words } = useDesk();
  const said = words.learningRoom.backtest;
  return (
    <details>
      <summary>{said.worst(worst.length)}</summary>
      <ol class="plain">
        {worst.map(({ past, reply }) => (
          <li key={past.transcript}>
            <strong dir="auto">{past.question}</strong>
            <p class="small"><span class="tag">{said.bot}</span> <span dir="auto">{reply}</span></p>
            <p class="small"><span class="tag">{said.person}</span> <span dir="auto">{past.answer}</span></p>
          </li>
        ))}
      </ol>
    </details>
  );
}

function interval({ low, high, of }: Share, percent: (value: number) => string, said: (low: string, high: string, of: number) => string): string | null {
  return low === null || high === null ? null : said(percent(low), percent(high), of);
}
