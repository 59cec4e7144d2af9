/* The editor of one article. Nothing is lost by a refusal: the draft stays until it is saved or discarded. */

import { moment } from "../../language/dates";
import { safeAddress } from "../../markup/fragment";
import type { Article } from "../api/records/articles";
import { useDesk } from "../desk";
import { BackIcon } from "../parts/icons";
import { languageName } from "../parts/language-name";
import { Link } from "../parts/link";
import { Field } from "../parts/field";
import { ArticleOutcomeBanner } from "./article-outcome";
import { ArticleStateTag } from "./article-state-tag";
import { mayEdit } from "../parts/may-edit";
import { leftOut } from "./left-out";
import type { OpenArticle } from "./open-article";

const OFFERED = ["en", "zh-Hans", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "ko", "ar", "ru", "tr"];

export function ArticleEditor({ open }: { readonly open: OpenArticle }) {
  const { words, router, locale, user } = useDesk();
  const { knowledge } = words;
  const draft = open.draft.value;
  const saved = open.saved.value;
  const outcome = open.outcome.value;
  const invalid = outcome?.kind === "invalid" ? outcome.fields : [];
  const errorOf = (field: string): string | null => invalid.find((error) => error.field === field)?.message ?? null;
  if (open.loading.value) return <section class="empty muted">{words.loading}</section>;
  if (outcome?.kind === "deleted") return <section class="empty muted">{knowledge.deleted}</section>;
  const editable = mayEdit(user.value);
  const onSaved = (): void => router.replace({ page: "knowledge", article: open.id });
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const left = leftOut(draft, saved);
    if (left.length > 0 && !window.confirm(knowledge.leftOutQuestion(left))) return;
    if (editable && (await open.save()).kind === "saved") onSaved();
  };
  const languages = draft.language && !OFFERED.includes(draft.language) ? [draft.language, ...OFFERED] : OFFERED;
  return (
    <form class="editor article-editor" onSubmit={(event) => void save(event)}>
      <header class="editor-head">
        <Link to={{ page: "knowledge", article: null }} class="back wide-back">
          <BackIcon />
          <span class="hidden">{knowledge.back}</span>
        </Link>
        <h1 dir="auto">{saved?.title ?? knowledge.newTitle}</h1>
        {saved && saved.state !== "answering" && <ArticleStateTag state={saved.state} />}
        {saved && <a class="button" href={saved.help} target="_blank" rel="noopener">{knowledge.helpPage}</a>}
      </header>
      <ArticleOutcomeBanner open={open} onSaved={onSaved} />
      {saved && <Standing article={saved} />}
      <div class="article-fields">
        <div class="article-title">
          <Field label={knowledge.titleField} error={errorOf("title")}>
            {(attributes) => (
              <input {...attributes} type="text" dir="auto" required maxLength={300} readOnly={!editable} value={draft.title} onInput={(event) => open.change({ title: event.currentTarget.value })} />
            )}
          </Field>
          <Field label={knowledge.language} error={errorOf("language")}>
            {(attributes) => (
              <select {...attributes} disabled={!editable} value={draft.language ?? ""} onChange={(event) => open.change({ language: event.currentTarget.value || null })}>
                <option value="">{knowledge.noLanguage}</option>
                {languages.map((code) => (
                  <option key={code} value={code}>{languageName(code, locale)}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field label={knowledge.body} hint={knowledge.bodyHint} error={errorOf("body")}>
          {(attributes) => (
            <textarea {...attributes} class="markdown" dir="auto" required readOnly={!editable} lang={draft.language ?? undefined} value={draft.body} onInput={(event) => open.change({ body: event.currentTarget.value })} />
          )}
        </Field>
      </div>
      {editable ? <Foot open={open} /> : <footer class="editor-foot small muted">{knowledge.onlyEditors}</footer>}
    </form>
  );
}

/** Who saved it when, whether it answers, and where it comes from. */
function Standing({ article }: { readonly article: Article }) {
  const { words: { knowledge }, locale } = useDesk();
  const source = article.source ?? (safeAddress(article.url) && !article.url.startsWith("/") ? article.url : null);
  return (
    <div class="standing small muted">
      <p>
        {knowledge.version(article.version)}
        {article.saved_at && ` · ${knowledge.savedBy(article.saved_by, moment(article.saved_at, locale))}`}
        {article.state === "answering" && ` · ${article.findable ? knowledge.findable : knowledge.notFindable}`}
      </p>
      {article.state === "retired" && <p>{knowledge.retiredNote}</p>}
      {article.state === "outdated" && <p>{knowledge.outdatedNote(article.valid_until ?? "")}</p>}
      {article.state === "older" && (
        <p>
          {knowledge.olderNote}{" "}
          {article.superseded_by && <Link to={{ page: "knowledge", article: article.superseded_by }}>{knowledge.seeLater}</Link>}
        </p>
      )}
      {source && <p dir="auto">{knowledge.sourceNote(source)}</p>}
    </div>
  );
}

function Foot({ open }: { readonly open: OpenArticle }) {
  const { words: { knowledge }, router } = useDesk();
  const dirty = open.dirty.value;
  const saved = open.saved.value;
  const busy = open.busy.value;
  const remove = async (): Promise<void> => {
    if (!saved || !window.confirm(knowledge.deleteQuestion(saved.title))) return;
    if ((await open.delete()).kind === "deleted") router.replace({ page: "knowledge", article: null });
  };
  return (
    <footer class="editor-foot">
      <button type="submit" class="primary" disabled={busy || !dirty}>{busy ? knowledge.saving : knowledge.save}</button>
      {dirty && <button type="button" class="quiet" onClick={() => open.discard()}>{knowledge.discard}</button>}
      <span class="small muted" role="status">
        {dirty ? knowledge.unsaved : open.outcome.value?.kind === "saved" ? knowledge.saved : ""}
      </span>
      {saved && (
        <span class="foot-end">
          <button type="button" class="quiet" disabled={busy || dirty} onClick={() => void open.retire(saved.state !== "retired")}>
            {saved.state === "retired" ? knowledge.revive : knowledge.retire}
          </button>
          <button type="button" class="quiet danger" disabled={busy} onClick={() => void remove()}>{knowledge.delete}</button>
        </span>
      )}
    </footer>
  );
}
