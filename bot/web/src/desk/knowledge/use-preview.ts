/* What the server makes of the draft, asked anew whenever the writer pauses. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { ArticlePreview } from "../api/records/articles";
import { useDesk } from "../desk";
import { useSettled } from "../parts/settled";
import type { OpenArticle } from "./open-article";

const PAUSE_MS = 250;

/** `null` until the first answer; what cannot be had keeps the one before. */
export function usePreview(open: OpenArticle): ArticlePreview | null {
  const { articles } = useDesk();
  const [preview, setPreview] = useState<ArticlePreview | null>(null);
  const draft = useSettled(open.draft.value, PAUSE_MS);
  const asked = useRef(0);
  useEffect(() => {
    const now = ++asked.current;
    articles.preview(open.id, draft).then(
      (found) => now === asked.current && setPreview(found),
      () => undefined,
    );
  }, [articles, open, draft]);
  return preview;
}
