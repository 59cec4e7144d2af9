/* What became of a save: refused fields, somebody faster, or no answer. */

import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { ArticleDifferences } from "./article-differences";
import type { OpenArticle } from "./open-article";

interface Props {
  readonly open: OpenArticle;
  readonly onSaved: () => void;
}

export function ArticleOutcomeBanner({ open, onSaved }: Props) {
  const { words } = useDesk();
  const { knowledge } = words;
  const outcome = open.outcome.value;
  switch (outcome?.kind) {
    case "invalid":
      return <p class="banner bad" role="alert">{outcome.fields.length > 0 ? knowledge.checkFields : outcome.detail}</p>;
    case "failed":
      return <p class="banner bad" role="alert">{sentenceFor(outcome.error, words)}</p>;
    case "conflict": {
      const { theirs } = outcome;
      const keep = async (): Promise<void> => {
        if ((await open.keepMine(theirs)).kind === "saved") onSaved();
      };
      return (
        <div class="banner warn conflict" role="alert">
          <p>{knowledge.conflict(theirs.value.version)}</p>
          <p>{knowledge.conflictDiffers}</p>
          <ArticleDifferences before={theirs.value} after={open.draft.value} />
          <div class="actions">
            <button type="button" onClick={() => open.useTheirs(theirs)}>{knowledge.useTheirs}</button>
            <button type="button" onClick={() => void keep()}>{knowledge.keepMine}</button>
          </div>
        </div>
      );
    }
    default:
      return null;
  }
}
