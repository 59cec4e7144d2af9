/* Which details customers give before they write, and in which order, of those that are described. */

import { useEffect, useState } from "preact/hooks";
import type { WidgetValues } from "../api/records/settings";
import { OrderedNames } from "./forms/ordered-names";
import { useRoom } from "./room";
import "./forms/forms.css";

type PreChat = WidgetValues["widget"]["pre_chat"];

export function PreChatChoice({ form, onChange }: { readonly form: PreChat; readonly onChange: (form: PreChat) => void }) {
  const { api, words: { widget } } = useRoom();
  const [described, setDescribed] = useState<readonly string[] | null>(null);
  useEffect(() => void api.section("forms").then(({ value }) => setDescribed(Object.keys(value.values.fields)), () => undefined), [api]);
  return (
    <>
      <OrderedNames label={widget.preChat} names={form.fields} optional={form.optional} described={described ?? []} onChange={(fields, optional) => onChange({ ...form, fields, optional })} />
      <p class="small muted">{described?.length === 0 ? widget.noFields : widget.preChatHint}</p>
    </>
  );
}
