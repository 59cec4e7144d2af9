/* Beside the editor: the help page while it is written, the passages, what it answered, and older versions. */

import { useState } from "preact/hooks";
import { useDesk } from "../desk";
import { AnsweredPanel } from "./answered-panel";
import type { OpenArticle } from "./open-article";
import { PassagesPanel } from "./passages-panel";
import { PreviewPanel } from "./preview-panel";
import { usePreview } from "./use-preview";
import { VersionsPanel } from "./versions-panel";

const TABS = ["preview", "passages", "answered", "versions"] as const;
type Tab = (typeof TABS)[number];

export function ArticleSide({ open }: { readonly open: OpenArticle }) {
  const { words: { knowledge } } = useDesk();
  const [tab, setTab] = useState<Tab>("preview");
  const preview = usePreview(open);
  const offered = open.id === null ? TABS.slice(0, 2) : TABS;
  return (
    <aside class="trial article-side" aria-label={knowledge.tabs[tab]}>
      <div class="modes" role="group" aria-label={knowledge.beside}>
        {offered.map((name) => (
          <button type="button" key={name} aria-pressed={tab === name} onClick={() => setTab(name)}>{knowledge.tabs[name]}</button>
        ))}
      </div>
      {tab === "preview" && <PreviewPanel title={open.draft.value.title} preview={preview} />}
      {tab === "passages" && <PassagesPanel open={open} passages={preview?.passages ?? []} />}
      {tab === "answered" && open.id !== null && <AnsweredPanel id={open.id} />}
      {tab === "versions" && open.id !== null && <VersionsPanel open={open} />}
    </aside>
  );
}
