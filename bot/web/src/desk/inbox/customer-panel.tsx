/* The customer's page: who it is, all conversations, details, the mood over time, and what was read. */

import { useEffect, useState } from "preact/hooks";
import { dayName, moment, timeAgo } from "../../language/dates";
import { safeAddress } from "../../markup/fragment";
import type { CustomerPage } from "../api/records/customer";
import { useDesk } from "../desk";
import { languageName } from "../parts/language-name";
import { sentenceFor } from "../problem";
import { DetailsList } from "./details-list";
import { Earlier } from "./earlier";
import { MoodLine } from "./mood-line";

interface Props {
  readonly id: string;
  /** Read anew when this changes. */
  readonly updated: string;
}

export function CustomerPanel({ id, updated }: Props) {
  const { words, conversations, locale } = useDesk();
  const { agent } = words;
  const [page, setPage] = useState<CustomerPage | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => void conversations.customer(id).then(setPage, setProblem), [conversations, id, updated]);
  if (problem !== null) return <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>;
  if (page === null) return <p class="muted">{words.loading}</p>;
  return (
    <>
      <section>
        {page.name && <p><strong dir="auto">{page.name}</strong></p>}
        {page.email && <p dir="auto">{page.email}</p>}
        <p class="tags">
          {page.signed_in && <span class="tag good">{agent.signedIn}</span>}
          {page.channels.map((channel) => <span key={channel} class="tag">{channel}</span>)}
          {page.languages.map((code) => <span key={code} class="tag">{languageName(code, locale)}</span>)}
        </p>
        <p class="small muted">{agent.since(dayName(page.since, locale))}</p>
      </section>
      {page.moods.length > 1 && (
        <section>
          <h3>{agent.mood}</h3>
          <MoodLine moods={page.moods} />
        </section>
      )}
      <DetailsList details={page.details} />
      {page.read.length > 0 && (
        <section>
          <h3>{agent.read}</h3>
          <ul class="earlier">
            {page.read.map(({ title, url, how, at }) => (
              <li key={`${title} ${how}`}>
                <Title title={title} url={url} />
                <span class="small muted">{agent.how[how] ?? how} · <time dateTime={at} title={moment(at, locale)}>{timeAgo(at, locale)}</time></span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{agent.history(page.conversations.length)}</h3>
        <ul class="earlier">
          {page.conversations.map((each) => <li key={each.id}><Earlier conversation={each} current={each.id === id} /></li>)}
        </ul>
      </section>
    </>
  );
}

function Title({ title, url }: { readonly title: string; readonly url: string | null }) {
  const address = safeAddress(url);
  const shown = <span class="preview" dir="auto">{title}</span>;
  return address ? <a class="preview" href={address} target="_blank" rel="noopener noreferrer" dir="auto">{title}</a> : shown;
}
