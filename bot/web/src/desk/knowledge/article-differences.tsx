/* How two versions of an article differ: paragraph by paragraph, and word by word within those that changed. */

import type { ArticleText } from "../api/records/articles";
import { useDesk } from "../desk";
import { ChangedText } from "../parts/changed-text";
import { longDifference } from "./long-difference";

interface Props {
  readonly before: ArticleText;
  readonly after: ArticleText;
}

export function ArticleDifferences({ before, after }: Props) {
  const { words: { knowledge } } = useDesk();
  const parts = [
    { name: knowledge.titleField, before: before.title, after: after.title },
    { name: knowledge.language, before: before.language ?? "", after: after.language ?? "" },
    { name: knowledge.body, before: before.body, after: after.body },
  ].filter((part) => part.before.trim() !== part.after.trim());
  if (parts.length === 0) return <p class="small muted">{knowledge.same}</p>;
  return (
    <dl class="differences">
      {parts.map((part) => (
        <div key={part.name}>
          <dt>{part.name}</dt>
          <dd dir="auto"><ChangedText pieces={longDifference(part.before, part.after)} /></dd>
        </div>
      ))}
    </dl>
  );
}
