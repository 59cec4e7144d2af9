/* What an agent reads before the first word: replies to choose from, a summary, details, earlier conversations. */

import { timeAgo } from "../../language/dates";
import type { Brief, Conversation, Rated, SuggestedArticle, Suggestion } from "../api/records/inbox";
import { useDesk } from "../desk";
import { DetailsList } from "./details-list";
import { Earlier } from "./earlier";
import { moodOf } from "./mood";
import type { OpenConversation } from "./open-conversation";

interface Props {
  readonly brief: Brief | null;
  readonly record: Conversation;
  readonly open: OpenConversation;
}

export function BriefPanel({ brief, record, open }: Props) {
  const { words } = useDesk();
  const onUse = (suggestion: Suggestion): void => open.use(suggestion);
  if (brief === null) return <p class="muted">{words.loading}</p>;
  const intent = brief.understanding.intents[0];
  return (
    <>
      {record.status !== "closed" && <Suggestions suggestions={brief.suggestions} onUse={onUse} />}
      {record.status !== "closed" && <Articles articles={brief.articles} onUse={(text) => open.useText(text)} />}
      <section>
        <h3>{words.brief.summary}</h3>
        {brief.summary.length === 0 && <p class="muted">{words.brief.noSummary}</p>}
        <ul class="because">
          {brief.summary.map(({ text }, index) => (
            <li key={index} dir="auto">{text}</li>
          ))}
        </ul>
      </section>
      {(intent || brief.sentiment !== null) && (
        <section>
          <h3>{words.brief.understood}</h3>
          <p class="tags">
            {intent && <span class="tag">{intent.intent} {words.percent(intent.probability)}</span>}
            {brief.sentiment !== null && <Mood sentiment={brief.sentiment} />}
          </p>
        </section>
      )}
      <DetailsList details={brief.details} />
      {record.origin && (
        <section>
          <h3>{words.brief.origin}</h3>
          <p dir="auto">{record.origin}</p>
        </section>
      )}
      <Ratings ratings={brief.ratings} />
      {brief.earlier.length > 0 && (
        <section>
          <h3>{words.brief.earlier}</h3>
          <ul class="earlier">
            {brief.earlier.map((each) => (
              <li key={each.id}><Earlier conversation={each} /></li>
            ))}
          </ul>
        </section>
      )}
      <BanButton record={record} open={open} />
    </>
  );
}

function BanButton({ record, open }: { readonly record: Conversation; readonly open: OpenConversation }) {
  const { words } = useDesk();
  const turn = (): void => {
    if (record.banned || window.confirm(words.brief.banQuestion)) void open.perform({ kind: record.banned ? "unban" : "ban" });
  };
  return (
    <button type="button" class={record.banned ? "ban" : "ban danger"} disabled={open.busy.value} onClick={turn}>
      {record.banned ? words.brief.unban : words.brief.ban}
    </button>
  );
}

function Suggestions({ suggestions, onUse }: { readonly suggestions: readonly Suggestion[]; readonly onUse: (suggestion: Suggestion) => void }) {
  const { words } = useDesk();
  if (suggestions.length === 0) return null;
  return (
    <section>
      <h3>{words.brief.suggestions}</h3>
      <ul class="suggestions">
        {suggestions.map((suggestion, index) => {
          const { source, id, title, preview, score, missing } = suggestion;
          return (
            <li key={`${source} ${id}`}>
              <button type="button" aria-keyshortcuts={`Alt+${index + 1}`} title={words.brief.use(index + 1)} onClick={() => onUse(suggestion)}>
                <span class="suggestion-head">
                  <strong dir="auto">{title}</strong>
                  <span class="probability-value">{words.percent(score)}</span>
                </span>
                <span class="suggestion-text" dir="auto">{preview}</span>
                <span class="tags">
                  <span class="tag">{words.brief.sources[source]}</span>
                  {missing.length > 0 && <span class="tag warn">{words.brief.missing(missing.length)}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Articles({ articles, onUse }: { readonly articles: readonly SuggestedArticle[]; readonly onUse: (text: string) => void }) {
  const { words } = useDesk();
  if (articles.length === 0) return null;
  return (
    <section>
      <h3>{words.brief.articles}</h3>
      <ul class="suggestions">
        {articles.map(({ id, text, url, because, because_kind: kind }) => {
          const address = new URL(url ?? "", location.origin).href;
          return (
            <li key={id}>
              <button type="button" title={words.brief.useArticle} onClick={() => onUse(`[${text}](${address})`)}>
                <strong dir="auto">{text}</strong>
                {because !== null && kind !== null && <span class="suggestion-text" dir="auto">{words.brief.because(kind, because)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Ratings({ ratings }: { readonly ratings: readonly Rated[] }) {
  const { words, locale } = useDesk();
  if (ratings.length === 0) return null;
  return (
    <section>
      <h3>{words.brief.ratings}</h3>
      <ul class="ratings">
        {ratings.map(({ score, comment, at }, index) => (
          <li key={at} class={index < ratings.length - 1 ? "muted" : undefined}>
            {words.brief.rated(score)} · {timeAgo(at, locale)}
            {comment !== null && <span class="preview" dir="auto">{comment}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const TONES = { unhappy: "tag bad", neutral: "tag", happy: "tag good" } as const;

function Mood({ sentiment }: { readonly sentiment: number }) {
  const { words } = useDesk();
  const mood = moodOf(sentiment);
  return <span class={TONES[mood]}>{words.brief[mood]}</span>;
}
