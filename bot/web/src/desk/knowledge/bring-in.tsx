/* Bringing articles in: files that are dropped or chosen, and the address of a page or a site. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useDropping } from "../../files/dropping";
import { fileSize } from "../../files/records";
import type { ImportPage } from "../api/records/articles";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { ImportList } from "./import-list";
import { ArticleUploads } from "./uploads";

export function BringIn() {
  const { words, articles, live, locale } = useDesk();
  const { knowledge } = words;
  const [page, setPage] = useState<ImportPage | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const refresh = useMemo(() => () => void articles.imports().then((found) => (setPage(found), setProblem(null)), setProblem), [articles]);
  const uploads = useMemo(() => new ArticleUploads(articles, refresh), [articles, refresh]);
  useEffect(() => {
    refresh();
    return live.listen(({ kind }) => {
      if (kind === "articles" || kind === "unknown") refresh();
    });
  }, [refresh, live]);
  const add = (files: Iterable<File>): void => {
    if (page) uploads.add(files, page);
  };
  const [over, dropping] = useDropping(add);
  const crawl = async (url: string): Promise<void> => {
    await articles.crawl(url);
    refresh();
  };
  return (
    <section class="bring-in" {...dropping}>
      <h2>{knowledge.bringIn}</h2>
      {page && <p class="small muted">{knowledge.bringInHint(fileSize(page.max_bytes, locale))}</p>}
      <FilePicker over={over} suffixes={page?.suffixes ?? []} onFiles={add} />
      <AddressForm onAddress={crawl} />
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>}
      <ImportList uploads={uploads} page={page} onAgain={(address) => void crawl(address).catch(setProblem)} />
    </section>
  );
}

interface PickerProps {
  readonly over: boolean;
  readonly suffixes: readonly string[];
  readonly onFiles: (files: Iterable<File>) => void;
}

function FilePicker({ over, suffixes, onFiles }: PickerProps) {
  const { words: { knowledge } } = useDesk();
  const picker = useRef<HTMLInputElement>(null);
  const picked = ({ currentTarget: input }: { currentTarget: HTMLInputElement }): void => {
    onFiles([...(input.files ?? [])]);
    input.value = ""; // The same file may be chosen again.
  };
  return (
    <div class={over ? "drop over" : "drop"}>
      <input type="file" class="hidden" ref={picker} multiple accept={suffixes.join(",")} tabIndex={-1} aria-hidden="true" onChange={picked} />
      <p>
        {over ? knowledge.dropNow : knowledge.drop}{" "}
        <button type="button" onClick={() => picker.current?.click()}>{knowledge.chooseFiles}</button>
      </p>
    </div>
  );
}

function AddressForm({ onAddress }: { readonly onAddress: (address: string) => Promise<void> }) {
  const { words } = useDesk();
  const { knowledge } = words;
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    try {
      await onAddress(address.trim());
      setAddress("");
    } catch (error) {
      setProblem(sentenceFor(error, words));
    }
  };
  return (
    <form class="question" onSubmit={(event) => void submit(event)}>
      <input type="url" aria-label={knowledge.address} placeholder={knowledge.address} value={address} onInput={(event) => setAddress(event.currentTarget.value)} />
      <button type="submit" disabled={address.trim() === ""}>{knowledge.read}</button>
      {problem && <p class="banner bad" role="alert">{problem}</p>}
    </form>
  );
}
