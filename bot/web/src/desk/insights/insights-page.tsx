/* What happened: volume, outcomes, waiting times, hand-overs, templates, the team's work, satisfaction. */

import { useEffect, useState } from "preact/hooks";
import type { InsightChoices } from "../api/records/insights";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { AgentTable, WORK } from "./agent-table";
import { FigureCard } from "./figure-card";
import { TemplateTable } from "./template-table";
import { firstView, view, type View } from "./view";
import { ViewBar } from "./view-bar";
import "./insights.css";

const RESOLVED = ["bot", "person", "undone"];
const LASTED = ["lasted", "reopened", "open"];
const SCORES = ["5", "4", "3", "2", "1"];
const THUMBS = ["helpful", "unhelpful"];

export function InsightsPage() {
  const { words, insights: api } = useDesk();
  const [choices, setChoices] = useState<InsightChoices | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    api.choices().then((found) => {
      view.value ??= firstView(found.today);
      setChoices(found);
    }, setProblem);
  }, [api]);
  const shown = view.value;
  return (
    <main class="insights">
      <header>
        <h1>{words.insights.title}</h1>
        {choices && shown && <ViewBar choices={choices} shown={shown} />}
      </header>
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>}
      {choices === null && problem === null && <p class="empty muted">{words.loading}</p>}
      {choices && shown && <Figures choices={choices} shown={shown} />}
    </main>
  );
}

function Figures({ choices, shown }: { readonly choices: InsightChoices; readonly shown: View }) {
  const { words: { insights } } = useDesk();
  const each = { view: shown, durableDays: choices.durable_days };
  return (
    <>
      <p class="small muted about">
        {insights.days(choices.time_zone)} {choices.opening_hours ? insights.closedHours : insights.alwaysOpen} {shown.intent !== "" && insights.intentHint}
      </p>
      <div class="figures">
        <FigureCard name="contacts" {...each} />
        <FigureCard name="handovers" {...each} />
        <FigureCard name="resolutions" order={RESOLVED} {...each} />
        <FigureCard name="durability" order={LASTED} {...each} />
        <FigureCard name="first_responses" {...each} />
        <FigureCard name="resolution_times" {...each} />
        <FigureCard name="ratings" order={SCORES} {...each} />
        <FigureCard name="thumbs" order={THUMBS} {...each} />
        <FigureCard name="templates" {...each}>{(figure, show) => <TemplateTable figure={figure} show={show} />}</FigureCard>
        <FigureCard name="work" order={WORK} {...each}>{(figure, show) => <AgentTable figure={figure} show={show} />}</FigureCard>
      </div>
    </>
  );
}
