/* The editor of one template. Nothing is lost by a refusal: the draft stays until it is saved or discarded. */

import { useEffect, useState } from "preact/hooks";
import { TEMPLATE_STATES, type Intent, type Template } from "../api/records/templates";
import type { Owner } from "../api/records/template-parts";
import { useDesk } from "../desk";
import { BackIcon } from "../parts/icons";
import { Link } from "../parts/link";
import { Doubts, offering } from "./doubts";
import { Duties } from "./duties";
import { EvidencePanel } from "./evidence-panel";
import { Field } from "../parts/field";
import { FilesEditor } from "./files-editor";
import { FollowUpsEditor } from "./follow-ups-editor";
import { HeldBack } from "./held-back";
import { History } from "./history";
import { IntentChoice } from "./intent-choice";
import { LanguageParts } from "./language-parts";
import type { OpenTemplate } from "./open-template";
import { OutcomeBanner } from "./outcome-banner";
import { OutcomeLine } from "./outcome-line";
import { OverlapsPanel } from "./overlaps-panel";
import { readState } from "./template-draft";

interface Props {
  readonly open: OpenTemplate;
  /** All templates, to choose follow-ups from. */
  readonly templates: readonly Template[];
  readonly onChanged: () => void;
}

export function TemplateEditor({ open, templates: others, onChanged }: Props) {
  const { words, router, templates } = useDesk();
  const [intents, setIntents] = useState<readonly Intent[]>([]);
  const [fields, setFields] = useState<readonly string[]>([]);
  const [owners, setOwners] = useState<readonly Owner[]>([]);
  useEffect(() => {
    templates.intents().then(setIntents, () => setIntents([]));
    templates.fields().then(setFields, () => setFields([]));
    templates.owners().then(setOwners, () => setOwners([]));
  }, [templates]);
  const draft = open.draft.value;
  const outcome = open.outcome.value;
  const invalid = outcome?.kind === "invalid" ? outcome.fields : [];
  const errorOf = (field: string): string | null =>
    invalid.find((error) => error.field === field || error.field.startsWith(`${field}.`))?.message ?? null;

  if (open.loading.value) return <section class="empty muted">{words.loading}</section>;
  if (outcome?.kind === "deleted") return <section class="empty muted">{words.editor.deleted}</section>;

  const saved = (): void => {
    onChanged();
    router.replace({ page: "templates", template: open.id });
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if ((await open.save()).kind === "saved") saved();
  };

  return (
    <form class="editor" onSubmit={(event) => void save(event)}>
      <header class="editor-head">
        <Link to={{ page: "templates", template: null }} class="back">
          <BackIcon />
          <span class="hidden">{words.templates.list}</span>
        </Link>
        <h1 dir="auto">{open.saved.value?.title ?? words.editor.newTitle}</h1>
        {open.saved.value && <span class="muted">{words.editor.version(open.saved.value.version)}</span>}
      </header>
      <OutcomeBanner open={open} onSaved={saved} />
      {open.saved.value && <HeldBack template={open.saved.value} />}
      {open.saved.value && <Doubts template={open.saved.value} />}
      {open.saved.value?.state === "draft" && open.saved.value.evidence && <EvidencePanel evidence={open.saved.value.evidence} />}
      {open.saved.value && <OutcomeLine outcome={others.find(({ id }) => id === open.id)?.outcome} named />}
      <div class="editor-body">
        <Field label={words.editor.title} error={errorOf("title")}>
          {(attributes) => (
            <input {...attributes} type="text" dir="auto" required value={draft.title} onInput={(event) => open.change({ title: event.currentTarget.value })} />
          )}
        </Field>
        <Field label={words.templates.state} error={errorOf("state")}>
          {(attributes) => (
            <select {...attributes} value={draft.state} onChange={(event) => open.change({ state: readState(event.currentTarget.value) })}>
              {TEMPLATE_STATES.map((name) => (
                <option key={name} value={name}>{words.templates.states[name]}</option>
              ))}
            </select>
          )}
        </Field>
        <IntentChoice intents={intents} chosen={draft.intents} error={errorOf("intents")} onChange={(chosen) => open.change({ intents: chosen })} />
        <Field label={words.editor.examples} hint={words.editor.examplesHint} error={errorOf("examples")}>
          {(attributes) => (
            <textarea {...attributes} dir="auto" rows={5} value={draft.examples} onInput={(event) => open.change({ examples: event.currentTarget.value })} />
          )}
        </Field>
        <OverlapsPanel open={open} />
        <LanguageParts draft={draft} fields={fields} errorOf={errorOf} onChange={(change) => open.change(change)} />
        <FollowUpsEditor templates={others} id={open.id} chosen={draft.follow_ups} error={errorOf("follow_ups")} onChange={(follow_ups) => open.change({ follow_ups })} />
        <FilesEditor files={draft.attachments} error={errorOf("attachments")} onChange={(attachments) => open.change({ attachments })} />
        <Duties draft={draft} owners={owners} errorOf={errorOf} onChange={(change) => open.change(change)} />
        <History open={open} onRestored={saved} />
      </div>
      <EditorFoot open={open} onDeleted={onChanged} />
    </form>
  );
}

function EditorFoot({ open, onDeleted }: { readonly open: OpenTemplate; readonly onDeleted: () => void }) {
  const { words, router } = useDesk();
  const dirty = open.dirty.value;
  const saved = open.saved.value;
  const remove = async (): Promise<void> => {
    if (!saved || !window.confirm(words.editor.deleteQuestion(saved.title, offering(saved)))) return;
    if ((await open.delete())?.kind !== "deleted") return;
    router.replace({ page: "templates", template: null });
    onDeleted();
  };
  return (
    <footer class="editor-foot">
      <button type="submit" class="primary" disabled={open.busy.value || (!dirty && saved !== null)}>
        {open.busy.value ? words.editor.saving : words.editor.save}
      </button>
      {dirty && (
        <button type="button" class="quiet" onClick={() => open.discard()}>{words.editor.discard}</button>
      )}
      <span class="small muted" role="status">
        {dirty ? words.editor.unsaved : open.outcome.value?.kind === "saved" ? words.editor.saved : ""}
      </span>
      {saved && (
        <button type="button" class="quiet danger" onClick={() => void remove()}>{words.editor.delete}</button>
      )}
    </footer>
  );
}
