/* Details and forms while they are edited: renaming, taking out, moving, and what of them is written. */

import type { Detail, DetailForm, DetailType, FormsValues } from "../../api/records/forms";
import type { Texts } from "../../api/records/settings";

export const NEW_DETAIL: Detail = { prompts: {} };
export const NEW_FORM: DetailForm = { title: {}, when: {}, fields: [], then: {} };
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const DEFAULTS: Partial<Detail> = { type: "text", min_length: 1, max_length: 2000, verifies: false };
const BOUNDED: ReadonlySet<DetailType> = new Set(["number", "integer", "amount", "date"]);

export function isName(name: string): boolean {
  return NAME.test(name);
}

export function typeOf(detail: Detail): DetailType {
  return detail.type ?? "text";
}

/** Whether the detail's kind has a use for this part of it; the server refuses the others. */
export function suits(detail: Detail, part: keyof Detail): boolean {
  const type = typeOf(detail);
  switch (part) {
    case "pattern":
      return type === "text" || type === "email";
    case "canonical":
      return suits(detail, "pattern") && Boolean(detail.pattern);
    case "options":
      return type === "choice";
    case "min":
    case "max":
      return BOUNDED.has(type);
    case "min_length":
    case "max_length":
      return type === "text" && !detail.pattern;
    case "region":
      return type === "phone";
    case "currency":
      return type === "amount";
    default:
      return true;
  }
}

/** What is written: no defaults, nothing empty, nothing that the kind has no use for. */
export function writtenForms({ fields, forms }: Partial<FormsValues>): Partial<FormsValues> {
  return {
    ...(fields && { fields: each(fields, writtenDetail) }),
    ...(forms && { forms: each(forms, writtenForm) }),
  };
}

function writtenDetail(detail: Detail): Detail {
  const options = detail.options && each(detail.options, (choice) => filled({ ...choice }) as typeof choice);
  const parts = Object.entries({ ...detail, ...(options && { options }) })
    .filter(([part]) => suits(detail, part as keyof Detail))
    .filter(([part, value]) => value !== DEFAULTS[part as keyof Detail]);
  return { ...filled(Object.fromEntries(parts)), prompts: withoutEmpty(detail.prompts) };
}

function writtenForm(form: DetailForm): DetailForm {
  const { when, then, confirm, ...others } = form;
  return {
    ...filled({ ...others, confirm: confirm || null }),
    title: withoutEmpty(form.title),
    when: filled({ ...when }),
    fields: form.fields,
    then: filled({ ...then }),
  };
}

/** The parts that say something. Choices are kept whatever they hold: their names say it. */
function filled(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(parts).map(([part, value]) => [part, part === "options" ? value : withoutEmpty(value)] as const);
  return Object.fromEntries(kept.filter(([, value]) => !isEmpty(value)));
}

function withoutEmpty<Value>(value: Value): Value {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, text]) => !isEmpty(text))) as Value;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
}

function each<One, Other>(record: Readonly<Record<string, One>>, change: (one: One) => Other): Record<string, Other> {
  return Object.fromEntries(Object.entries(record).map(([name, one]) => [name, change(one)]));
}

/** The record with `name` called `as`, in its place. */
export function renamed<One>(record: Readonly<Record<string, One>>, name: string, as: string): Readonly<Record<string, One>> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key === name ? as : key, one]));
}

export function without<One>(record: Readonly<Record<string, One>>, name: string): Readonly<Record<string, One>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

/** A detail gets another name, in the forms that ask for it too. */
export function renameDetail(values: FormsValues, name: string, as: string): FormsValues {
  const list = (names: readonly string[] = []): readonly string[] => names.map((one) => (one === name ? as : one));
  return {
    fields: renamed(values.fields, name, as),
    forms: each(values.forms, (form) => ({ ...form, fields: list(form.fields), optional: list(form.optional) })),
  };
}

/** A detail goes, out of the forms that ask for it too. */
export function removeDetail(values: FormsValues, name: string): FormsValues {
  const list = (names: readonly string[] = []): readonly string[] => names.filter((one) => one !== name);
  return {
    fields: without(values.fields, name),
    forms: each(values.forms, (form) => ({ ...form, fields: list(form.fields), optional: list(form.optional) })),
  };
}

/** The list with what stands at `place` one step further; unchanged at its ends. */
export function moved<One>(list: readonly One[], place: number, step: -1 | 1): readonly One[] {
  const to = place + step;
  if (to < 0 || to >= list.length) return list;
  const others = list.filter((_, at) => at !== place);
  return [...others.slice(0, to), list[place] as One, ...others.slice(to)];
}

/** A bound as it is sent: a number where it is one. */
export function boundOf(typed: string): string | number | null {
  const text = typed.trim();
  if (text === "") return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The languages in which anything is written, English and Chinese among them. */
export function languagesIn({ fields, forms }: FormsValues): readonly string[] {
  const details = Object.values(fields).flatMap(({ prompts, labels, invalid }) => [prompts, labels, invalid]);
  const options = Object.values(fields).flatMap(({ options: choices }) => Object.values(choices ?? {}).map(({ labels }) => labels));
  const texts = Object.values(forms).flatMap(({ title, opening, then }) => [title, opening, then.messages]);
  const used = [...details, ...options, ...texts].flatMap((each: Texts | undefined) => Object.keys(each ?? {}));
  return [...new Set(["en", "zh-Hans", ...used])];
}
