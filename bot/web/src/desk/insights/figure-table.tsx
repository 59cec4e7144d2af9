/* What a chart shows, for whoever reads it as tables; every number leads to its conversations. */

import type { Figure, Part } from "../api/records/insights";
import { useDesk } from "../desk";
import { dayName } from "./days";
import { spoken } from "./durations";
import type { Show } from "./figure-card";
import { useKindName } from "./kind-name";
import { OTHERS } from "./reckoning";

interface Props {
  readonly figure: Figure;
  readonly kinds: readonly Part[];
  readonly show: Show;
}

export function FigureTable({ figure, kinds, show }: Props) {
  return (
    <>
      <KindTable figure={figure} show={show} />
      {figure.times ? <TimeTable figure={figure} show={show} /> : <DayTable figure={figure} kinds={kinds} show={show} />}
    </>
  );
}

/** All kinds, those too that the chart put together. */
function KindTable({ figure, show }: Omit<Props, "kinds">) {
  const { words: { insights } } = useDesk();
  const kindName = useKindName(figure);
  return (
    <div class="table">
      <table>
        <thead>
          <tr><th scope="col">{insights.titles[figure.figure]}</th><th scope="col">{insights.total}</th><th scope="col">{insights.beforeColumn}</th></tr>
        </thead>
        <tbody>
          {figure.parts.map(({ id, name, total, before }) => (
            <tr key={id}>
              <th scope="row" dir="auto">{kindName(id, name)}</th>
              <td><Count value={total} onShow={() => show({ part: id })} /></td>
              <td class="muted">{before}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row">{insights.total}</th><td><Count value={figure.total} onShow={() => show({})} /></td><td class="muted">{figure.before}</td></tr>
        </tfoot>
      </table>
    </div>
  );
}

function DayTable({ figure, kinds, show }: Props) {
  const { words: { insights }, locale } = useDesk();
  const kindName = useKindName(figure);
  return (
    <div class="table" tabIndex={0} role="group" aria-label={insights.titles[figure.figure]}>
      <table>
        <thead>
          <tr>
            <th scope="col">{insights.day}</th>
            {kinds.map(({ id, name }) => <th key={id} scope="col" dir="auto">{kindName(id, name)}</th>)}
            <th scope="col">{insights.total}</th>
          </tr>
        </thead>
        <tbody>
          {figure.buckets.map((bucket, place) => (
            <tr key={bucket}>
              <th scope="row">{dayName(bucket, locale, figure.step)}</th>
              {kinds.map(({ id, counts }) => (
                <td key={id}>{id === OTHERS ? counts[place] : <Count value={counts[place] ?? 0} onShow={() => show({ part: id, bucket })} />}</td>
              ))}
              <td><Count value={kinds.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0)} onShow={() => show({ bucket })} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TimeTable({ figure, show }: Omit<Props, "kinds">) {
  const { words: { insights }, locale } = useDesk();
  const said = (seconds: number | null): string => (seconds === null ? "–" : spoken(seconds, locale));
  return (
    <div class="table">
      <table>
        <thead>
          <tr><th scope="col">{insights.day}</th><th scope="col">{insights.median}</th><th scope="col">{insights.slowest}</th><th scope="col">{insights.count}</th></tr>
        </thead>
        <tbody>
          {figure.buckets.map((bucket, place) => {
            const time = figure.times?.[place] ?? { count: 0, median: null, slowest: null };
            return (
              <tr key={bucket}>
                <th scope="row">{dayName(bucket, locale, figure.step)}</th>
                <td>{said(time.median)}</td>
                <td>{said(time.slowest)}</td>
                <td><Count value={time.count} onShow={() => show({ bucket })} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A number that leads to its conversations; nothing leads nowhere. */
export function Count({ value, onShow }: { readonly value: number; readonly onShow: () => void }) {
  const { words: { insights }, locale } = useDesk();
  const said = value.toLocaleString(locale);
  if (value === 0) return <>{said}</>;
  return <button type="button" class="link tabular" title={insights.showAll} onClick={onShow}>{said}</button>;
}
