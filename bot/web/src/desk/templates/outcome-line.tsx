/* What a template did in the last ninety days, in one line. */

import type { Outcome } from "../api/records/template-parts";
import { useDesk } from "../desk";

interface Props {
  readonly outcome: Outcome | null | undefined;
  /** With the words "in the last 90 days" before it. */
  readonly named?: boolean;
}

export function OutcomeLine({ outcome, named = false }: Props) {
  const { words, locale } = useDesk();
  const said = outcome ? partsOf(outcome) : [words.answers.neverSaid];
  return <p class="outcome small muted">{named && `${words.answers.outcome}: `}{said.join(" · ")}</p>;

  function partsOf({ shown, helpful, unhelpful, to_person, by_agents, edited, rating, ratings }: Outcome): string[] {
    const { answers } = words;
    const mean = rating?.toLocaleString(locale, { maximumFractionDigits: 1 }) ?? "";
    return [
      answers.shown(shown),
      ...(helpful + unhelpful > 0 ? [answers.thumbs(helpful, unhelpful)] : []),
      ...(to_person > 0 ? [answers.toPerson(to_person, words.percent(to_person / shown))] : []),
      ...(by_agents > 0 ? [answers.byAgents(by_agents, edited)] : []),
      ...(ratings > 0 ? [answers.rating(mean, ratings)] : []),
    ];
  }
}
