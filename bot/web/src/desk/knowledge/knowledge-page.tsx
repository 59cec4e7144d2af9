/* The knowledge base: the list of articles; beside it the editor, or what brings articles in. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { useDesk } from "../desk";
import { NEW } from "../router";
import { guardUnsaved } from "../parts/unsaved";
import { ArticleColumn } from "./article-column";
import { ArticleEditor } from "./article-editor";
import { ArticleSide } from "./article-side";
import { KnowledgeHome } from "./knowledge-home";
import { OpenArticle } from "./open-article";
import { TryArticles } from "./try-articles";
import "./knowledge.css";

export function KnowledgePage({ article: id }: { readonly article: string | null }) {
  const { live, router, words } = useDesk();
  const open = useOpenArticle(id);
  useEffect(() => {
    void open?.load();
    const stop = live.listen(({ kind }) => {
      if (kind === "articles" || kind === "templates" || kind === "unknown") void open?.look();
    });
    const unguard = guardUnsaved(() => open?.dirty.value ?? false, router, words.knowledge.discardQuestion);
    return () => {
      stop();
      unguard();
    };
  }, [open, live, router, words]);
  return (
    <main class={id === null ? "knowledge" : "knowledge chosen"}>
      <ArticleColumn chosen={id} />
      {open === null ? (
        <>
          <KnowledgeHome />
          <TryArticles />
        </>
      ) : (
        <>
          <ArticleEditor open={open} />
          <ArticleSide open={open} key={open.id ?? NEW} />
        </>
      )}
    </main>
  );
}

/** The article of the address. One that has just been saved for the first time stays as it is. */
function useOpenArticle(id: string | null): OpenArticle | null {
  const desk = useDesk();
  const current = useRef<OpenArticle | null>(null);
  return useMemo(() => {
    if (id === null) current.current = null;
    else if (id === NEW) {
      current.current = new OpenArticle(desk.articles, null, desk.begunArticle ?? {});
      desk.begunArticle = null;
    } else if (current.current?.id !== id) current.current = new OpenArticle(desk.articles, id);
    return current.current;
  }, [desk, id]);
}
