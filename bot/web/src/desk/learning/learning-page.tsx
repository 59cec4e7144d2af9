/* The Learning room: what came from conversations, intents, models, imports and backtests, a part each. */

import type { ComponentChildren } from "preact";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { LEARNING_PARTS, type LearningPart } from "../router";
import { BacktestPart } from "./backtest/backtest-part";
import { ImportsPart } from "./imports/imports-part";
import { IntentsPart } from "./intents/intents-part";
import { ModelsPart } from "./models/models-part";
import { QuestionsPart } from "./questions-part";
import "./learning.css";

interface Props {
  readonly part: LearningPart;
  readonly item: string | null;
}

export function LearningPage({ part, item }: Props) {
  const { words: { learningRoom: said } } = useDesk();
  return (
    <main class="learning">
      <header class="learning-head">
        <h1>{said.title}</h1>
        <nav class="queues" aria-label={said.parts}>
          {LEARNING_PARTS.map((each) => (
            <Link key={each} to={{ page: "learning", part: each, item: null }} current={each === part}>{said.partNames[each]}</Link>
          ))}
        </nav>
      </header>
      <Inside part={part} item={item} />
    </main>
  );
}

function Inside({ part, item }: Props): ComponentChildren {
  switch (part) {
    case "questions":
      return <QuestionsPart />;
    case "intents":
      return <IntentsPart chosen={item} />;
    case "models":
      return <ModelsPart chosen={item} />;
    case "imports":
      return <ImportsPart />;
    case "backtest":
      return <BacktestPart />;
  }
}
