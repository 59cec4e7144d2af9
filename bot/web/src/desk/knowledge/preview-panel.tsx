/* The help page as readers will see it. */

import { MessageText } from "../../markup/message-text";
import type { ArticlePreview } from "../api/records/articles";
import { useDesk } from "../desk";

interface Props {
  readonly title: string;
  readonly preview: ArticlePreview | null;
}

export function PreviewPanel({ title, preview }: Props) {
  const { words: { knowledge } } = useDesk();
  if (preview === null || preview.html === "") return <p class="muted">{knowledge.previewEmpty}</p>;
  return (
    <article class="help-preview">
      <h1 dir="auto">{title}</h1>
      <MessageText text="" html={preview.html} />
    </article>
  );
}
