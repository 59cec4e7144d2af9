/* The list of articles with its search and its filters; further pages come while it is scrolled. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { timeAgo } from "../../language/dates";
import { ARTICLE_STATES, type ArticleState, type ArticleUse, type ListedArticle } from "../api/records/articles";
import { useDesk } from "../desk";
import { PlusIcon } from "../parts/icons";
import { languageName } from "../parts/language-name";
import { Link } from "../parts/link";
import { useSettled } from "../parts/settled";
import { sentenceFor } from "../problem";
import { NEW } from "../router";
import type { Words } from "../words/words";
import { ArticleList } from "./article-list";
import { ArticleStateTag } from "./article-state-tag";
import { mayEdit } from "../parts/may-edit";

const TYPING_PAUSE_MS = 200;
const NEAR_END_PX = 600;

export function ArticleColumn({ chosen }: { readonly chosen: string | null }) {
  const { articles: api, live, words, locale, user } = useDesk();
  const [search, setSearch] = useState("");
  const [language, setLanguage] = useState<string | null>(null);
  const [state, setState] = useState<ArticleState | null>(null);
  const q = useSettled(search.trim(), TYPING_PAUSE_MS);
  const list = useMemo(() => new ArticleList(api, { q, language, state }), [api, q, language, state]);
  useEffect(() => {
    void list.refresh();
    return list.follow(live);
  }, [list, live]);
  const page = list.page.value;
  const shown = list.articles.value;
  const filtered = q !== "" || language !== null || state !== null;
  const scrolled = ({ currentTarget: rows }: { currentTarget: HTMLElement }): void => {
    if (rows.scrollHeight - rows.scrollTop - rows.clientHeight < NEAR_END_PX) void list.more();
  };
  return (
    <section class="list" aria-label={words.knowledge.list}>
      <header class="list-head">
        <h1>{words.knowledge.title}</h1>
        {mayEdit(user.value) && (
          <Link to={{ page: "knowledge", article: NEW }} class="button">
            <PlusIcon /> {words.knowledge.create}
          </Link>
        )}
      </header>
      <div class="filters">
        <input type="search" class="search" aria-label={words.knowledge.search} placeholder={words.knowledge.search} value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        <select aria-label={words.knowledge.language} value={language ?? "*"} onChange={({ currentTarget: { value } }) => setLanguage(value === "*" ? null : value)}>
          <option value="*">{words.knowledge.allLanguages}</option>
          {Object.keys(page?.languages ?? {}).sort().map((code) => (
            <option key={code} value={code}>{code === "" ? words.knowledge.noLanguage : languageName(code, locale)}</option>
          ))}
        </select>
        <select aria-label={words.knowledge.state} value={state ?? ""} onChange={({ currentTarget: { value } }) => setState(ARTICLE_STATES.find((name) => name === value) ?? null)}>
          <option value="">{words.knowledge.allStates}</option>
          {ARTICLE_STATES.map((name) => (
            <option key={name} value={name}>{words.knowledge.states[name]}</option>
          ))}
        </select>
      </div>
      {list.problem.value !== null && <p class="banner bad" role="alert">{sentenceFor(list.problem.value, words)}</p>}
      {page && (
        <p class="small muted list-count" role="status">
          {page.matching > 0 ? words.knowledge.count(page.matching) : filtered ? words.knowledge.none : words.knowledge.empty}
        </p>
      )}
      <ul class="rows" onScroll={scrolled}>
        {shown?.map((article) => (
          <li key={article.id}>
            <Row article={article} use={list.uses.value[article.id]} current={article.id === chosen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function usedFor({ answered, read }: ArticleUse, words: Words["knowledge"]): string {
  return [answered > 0 && words.quoted(answered), read > 0 && words.opened(read)].filter(Boolean).join(" · ");
}

interface RowProps {
  readonly article: ListedArticle;
  readonly use: ArticleUse | undefined;
  readonly current: boolean;
}

function Row({ article, use, current }: RowProps) {
  const { locale, words } = useDesk();
  const changed = article.updated_at ?? article.saved_at;
  return (
    <Link to={{ page: "knowledge", article: article.id }} current={current} class="row">
      <span class="row-head">
        <strong dir="auto" lang={article.language ?? undefined}>{article.title}</strong>
        {changed && <time dateTime={changed}>{timeAgo(changed, locale)}</time>}
      </span>
      <span class="row-foot">
        {article.state !== "answering" && <ArticleStateTag state={article.state} />}
        {article.language && <span class="tag">{article.language}</span>}
        {use && <span class="small muted" title={words.knowledge.useTitle}>{usedFor(use, words.knowledge)}</span>}
      </span>
    </Link>
  );
}
