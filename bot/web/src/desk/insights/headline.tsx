/* What a figure says in a line: a share with what it is of, a mean or a median, and the same of the period before. */

import type { ComponentChildren } from "preact";
import type { Figure } from "../api/records/insights";
import { useDesk } from "../desk";
import { spoken } from "./durations";
import { FEWEST, meanScore, share, totalOf, type Share } from "./reckoning";

interface Props {
  readonly figure: Figure;
  readonly durableDays: number;
}

export function Headline({ figure, durableDays }: Props) {
  const { words: { insights } } = useDesk();
  const { total, before } = figure;
  switch (figure.figure) {
    case "contacts":
      return <Line value={total.toLocaleString()} what={insights.contactsWord(total)} before={String(before)} />;
    case "handovers":
      return <Line value={total.toLocaleString()} what={insights.handoversWord(total)} before={String(before)} />;
    case "resolutions":
      return <ShareLine figure={figure} part={["bot"]} of={["bot", "person"]} what={insights.byBot} />;
    case "durability":
      return <ShareLine figure={figure} part={["lasted"]} of={["lasted", "reopened"]} what={insights.lastedShare(durableDays)} />;
    case "thumbs":
      return <ShareLine figure={figure} part={["helpful"]} of={["helpful", "unhelpful"]} what={insights.helpfulShare} />;
    case "ratings":
      return <MeanLine figure={figure} />;
    case "first_responses":
    case "resolution_times":
      return <TimeLine figure={figure} />;
    case "work":
      return <Line value={String(figure.people ?? 0)} what={insights.peopleWord(figure.people ?? 0)} before={null} />;
    case "templates":
      return null;
  }
}

interface LineProps {
  readonly value: string;
  readonly what: string;
  readonly before: string | null;
  readonly children?: ComponentChildren;
}

function Line({ value, what, before, children }: LineProps) {
  const { words: { insights } } = useDesk();
  return (
    <div class="headline">
      <p><strong>{value}</strong> <span>{what}</span></p>
      {before !== null && <p class="small muted">{insights.before(before)}</p>}
      {children}
    </div>
  );
}

interface ShareProps {
  readonly figure: Figure;
  readonly part: readonly string[];
  readonly of: readonly string[];
  readonly what: string;
}

function ShareLine({ figure, part, of, what }: ShareProps) {
  const { words: { percent, insights } } = useDesk();
  const now = share(totalOf(figure, part), totalOf(figure, of));
  const before = share(totalOf(figure, part, "before"), totalOf(figure, of, "before"));
  const inFull = (of: Share): string => (of.value === null ? insights.tooFew(of.part, of.of) : `${percent(of.value)} (${insights.tooFew(of.part, of.of)})`);
  const value = now.value === null ? insights.tooFew(now.part, now.of) : percent(now.value);
  const more = now.value === null ? what : `${what} (${insights.tooFew(now.part, now.of)})`;
  return <Line value={value} what={more} before={inFull(before)} />;
}

function MeanLine({ figure }: { readonly figure: Figure }) {
  const { words: { insights }, locale } = useDesk();
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const inFull = ({ mean, count }: ReturnType<typeof meanScore>): string => (mean === null ? "–" : `${mean.toLocaleString(locale, one)} (${insights.ratingsWord(count)})`);
  const now = meanScore(figure.parts, "total");
  return <Line value={now.mean?.toLocaleString(locale, one) ?? "–"} what={`${insights.mean} (${insights.ratingsWord(now.count)})`} before={inFull(meanScore(figure.parts, "before"))} />;
}

function TimeLine({ figure }: { readonly figure: Figure }) {
  const { words: { percent, insights }, locale } = useDesk();
  const [now, past] = [figure.in_all, figure.in_all_before];
  const said = (seconds: number | null | undefined): string => (seconds == null ? "–" : spoken(seconds, locale));
  const promised = share(totalOf(figure, ["kept"]), totalOf(figure, ["kept", "late"]));
  const count = now?.count ?? 0;
  const unanswered = totalOf(figure, ["unanswered"]);
  const facts = [
    count >= FEWEST && `${insights.slowest} ${said(now?.slowest)}`,
    promised.of > 0 && `${promised.value === null ? insights.tooFew(promised.part, promised.of) : `${percent(promised.value)} (${insights.tooFew(promised.part, promised.of)})`} ${insights.within}`,
    figure.figure === "first_responses" && unanswered > 0 && insights.unanswered(unanswered),
  ].filter((fact): fact is string => typeof fact === "string");
  return (
    <Line value={said(now?.median)} what={insights.medianOf(count)} before={`${said(past?.median)} (${past?.count ?? 0})`}>
      {facts.length > 0 && <p class="small">{facts.join(" · ")}</p>}
    </Line>
  );
}
