/* One figure: what it says in a line, its chart, the same as a table, what counts, and where it leads. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Chosen } from "../api/insights";
import type { Figure, FigureName } from "../api/records/insights";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { Behind } from "./behind";
import { FigureChart } from "./figure-chart";
import { Headline } from "./headline";
import { queryOf, type View } from "./view";

export type Show = (chosen: Chosen) => void;

interface Props {
  readonly name: FigureName;
  readonly view: View;
  readonly durableDays: number;
  /** The order of the kinds where they have one. */
  readonly order?: readonly string[];
  /** What stands below the chart; in its place, where there is none. */
  readonly children?: (figure: Figure, show: Show) => ComponentChildren;
}

export function FigureCard({ name, view, durableDays, order, children }: Props) {
  const { words } = useDesk();
  const { insights } = words;
  const { figure, problem } = useFigure(name, view);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const empty = figure !== null && figure.total + figure.before === 0;
  return (
    <section class={`figure of-${name}`} aria-labelledby={`figure-${name}`} aria-busy={figure === null && problem === null}>
      <h2 id={`figure-${name}`}>{insights.titles[name]}</h2>
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>}
      {figure === null && problem === null && <p class="muted">{words.loading}</p>}
      {empty && <p class="muted">{insights.nothing}</p>}
      {figure !== null && !empty && (
        <>
          <Headline figure={figure} durableDays={durableDays} />
          {name !== "templates" && <FigureChart figure={figure} order={order ?? null} show={setChosen} />}
          {children?.(figure, setChosen)}
        </>
      )}
      <details class="small">
        <summary>{insights.whatCounts}</summary>
        <p class="muted">{insights.help[name]}</p>
      </details>
      {chosen !== null && figure !== null && <Behind figure={figure} view={view} chosen={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

/** The figure for what the room shows; while another is on its way, the one before stays. */
function useFigure(name: FigureName, view: View): { readonly figure: Figure | null; readonly problem: unknown } {
  const { insights: api } = useDesk();
  const [figure, setFigure] = useState<Figure | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    const arrived = (found: Figure | null, error: unknown): void => {
      if (!wanted) return;
      if (found) setFigure(found);
      setProblem(error);
    };
    api.figure(name, queryOf(view)).then((found) => arrived(found, null), (error: unknown) => arrived(null, error));
    return () => {
      wanted = false;
    };
  }, [api, name, view]);
  return { figure, problem };
}
