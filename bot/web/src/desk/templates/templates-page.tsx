/* The templates: the list, the editor, and the try-it box side by side. */

import { useEffect, useMemo } from "preact/hooks";
import { useDesk } from "../desk";
import { NEW_TEMPLATE } from "../router";
import { OpenTemplate } from "./open-template";
import { TemplateColumn } from "./template-column";
import { TemplateEditor } from "./template-editor";
import { TemplateList } from "./template-list";
import { Trial } from "./trial";

export function TemplatesPage({ template: id }: { readonly template: string | null }) {
  const { templates, live, router, words } = useDesk();
  const list = useMemo(() => new TemplateList(templates), [templates]);
  useEffect(() => {
    void list.refresh();
    return list.follow(live);
  }, [list, live]);
  const open = useMemo(
    () => (id === null ? null : new OpenTemplate(templates, id === NEW_TEMPLATE ? null : id)),
    [templates, id],
  );
  useEffect(() => {
    void open?.load();
    return guardUnsaved(open, router, words.editor.discardQuestion);
  }, [open, router, words]);

  return (
    <main class={id === null ? "templates" : "templates chosen"}>
      <TemplateColumn list={list} chosen={id} />
      {open === null ? (
        <section class="empty muted">{words.templates.choose}</section>
      ) : (
        <TemplateEditor key={id} open={open} onChanged={() => void list.refresh()} />
      )}
      <Trial />
    </main>
  );
}

/** Asks before unsaved changes are left behind, within the desk and when the page is closed. */
function guardUnsaved(
  open: OpenTemplate | null,
  router: { mayLeave: () => boolean },
  question: string,
): () => void {
  const free = (): boolean => true;
  router.mayLeave = () => !open?.dirty.value || window.confirm(question);
  const closing = (event: BeforeUnloadEvent): void => {
    if (open?.dirty.value) event.preventDefault();
  };
  window.addEventListener("beforeunload", closing);
  return () => {
    router.mayLeave = free;
    window.removeEventListener("beforeunload", closing);
  };
}
