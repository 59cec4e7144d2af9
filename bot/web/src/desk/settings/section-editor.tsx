/* What every part that edits the settings' file has: loading, its title, saving, and what became of it. */

import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { SectionName, SectionOf, SectionValues } from "../api/records/settings";
import { useDesk } from "../desk";
import { guardUnsaved } from "../parts/unsaved";
import { sentenceFor } from "../problem";
import { OpenSection } from "./open-section";
import { useRoom } from "./room";

export interface Editing<Name extends SectionName> {
  readonly open: OpenSection<Name>;
  readonly draft: SectionValues[Name];
  readonly stored: SectionOf<Name>;
  readonly change: (change: Partial<SectionValues[Name]>) => void;
  /** The place of the value that the server refused. */
  readonly wrong: string | null;
}

interface Props<Name extends SectionName> {
  readonly name: Name;
  readonly hint: string;
  /** Why the draft cannot be saved, as far as this page can tell. */
  readonly problem?: (draft: SectionValues[Name]) => string | null;
  /** What of changed values is sent, where that is less than what was read. */
  readonly written?: (values: Partial<SectionValues[Name]>) => Partial<SectionValues[Name]>;
  readonly children: (editing: Editing<Name>) => ComponentChildren;
}

export function SectionEditor<Name extends SectionName>({ name, hint, problem, written, children }: Props<Name>) {
  const { router, words: deskWords } = useDesk();
  const { words, api } = useRoom();
  const open = useMemo(() => new OpenSection(api, name, written), [api, name, written]);
  useEffect(() => {
    void open.load();
    return guardUnsaved(() => open.dirty.value, router, words.discardQuestion);
  }, [open, router, words]);
  const stored = open.stored.value;
  const draft = open.draft.value;
  const outcome = open.outcome.value;
  const change = useMemo(() => (changed: Partial<SectionValues[Name]>): void => open.change(changed), [open]);
  if (stored === null || draft === null) {
    const failed = outcome?.kind === "failed" ? sentenceFor(outcome.error, deskWords) : null;
    return failed === null ? <p class="muted">{deskWords.loading}</p> : <p class="banner bad" role="alert">{failed}</p>;
  }
  const hindered = problem?.(draft) ?? null;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (hindered === null) void open.save();
  };
  return (
    <form class="settings-form" onSubmit={submit}>
      <h2>{words.sections[name]}</h2>
      <p class="muted">{hint}</p>
      {!stored.may_change && <p class="banner warn">{words.readOnly}</p>}
      <fieldset disabled={!stored.may_change} class="plain">
        {children({ open, draft, stored, change, wrong: outcome?.kind === "invalid" ? outcome.field : null })}
      </fieldset>
      {stored.may_change && <SaveBar open={open} hindered={hindered} />}
    </form>
  );
}

function SaveBar<Name extends SectionName>({ open, hindered }: { readonly open: OpenSection<Name>; readonly hindered: string | null }) {
  const { words } = useRoom();
  const dirty = open.dirty.value;
  return (
    <footer class="save-bar">
      <div role="status" class="outcome"><Outcome open={open} hindered={dirty ? hindered : null} /></div>
      {dirty && <button type="button" class="quiet" onClick={() => open.discard()}>{words.discard}</button>}
      <button type="submit" class="primary" disabled={!dirty || open.busy.value || hindered !== null}>{words.save}</button>
    </footer>
  );
}

function Outcome<Name extends SectionName>({ open, hindered }: { readonly open: OpenSection<Name>; readonly hindered: string | null }) {
  const { words: deskWords } = useDesk();
  const { words } = useRoom();
  const outcome = open.outcome.value;
  if (hindered !== null) return <p class="error">{hindered}</p>;
  switch (outcome?.kind) {
    case "saved":
      return <p class="saved">{words.saved}</p>;
    case "stale":
      return (
        <p class="error">
          {words.stale} <button type="button" class="link" onClick={() => void open.load()}>{words.loadTheirs}</button>
        </p>
      );
    case "invalid":
      return <p class="error" dir="auto">{outcome.detail}</p>;
    case "failed":
      return <p class="error">{sentenceFor(outcome.error, deskWords)}</p>;
    default:
      return null;
  }
}
