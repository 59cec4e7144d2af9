/* The templates: the list, the editor, and the try-it box side by side. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { useDesk } from "../desk";
import { guardUnsaved } from "../parts/unsaved";
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
  const open = useOpenTemplate(id);
  useEffect(() => {
    void open?.load();
    return guardUnsaved(() => open?.dirty.value ?? false, router, words.editor.discardQuestion);
  }, [open, router, words]);

  return (
    <main class={id === null ? "templates" : "templates chosen"}>
      <TemplateColumn list={list} chosen={id} />
      {open === null ? (
        <section class="empty muted">{words.templates.choose}</section>
      ) : (
        <TemplateEditor open={open} templates={list.templates.value ?? []} onChanged={() => void list.refresh()} />
      )}
      <Trial />
    </main>
  );
}

/** The template of the address. One that has just been saved for the first time stays as it is. */
function useOpenTemplate(id: string | null): OpenTemplate | null {
  const desk = useDesk();
  const { templates } = desk;
  const current = useRef<OpenTemplate | null>(null);
  return useMemo(() => {
    if (id === null || id === NEW_TEMPLATE || current.current?.id !== id) {
      current.current = id === null ? null : new OpenTemplate(templates, id === NEW_TEMPLATE ? null : id);
      if (id === NEW_TEMPLATE && desk.begun !== null) {
        current.current?.change(desk.begun);
        desk.begun = null;
      }
    }
    return current.current;
  }, [desk, templates, id]);
}
