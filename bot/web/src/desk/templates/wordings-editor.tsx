/* The further wordings of an answer in one language, and a channel's own text. */

import { useId } from "preact/hooks";
import { CHANNELS } from "../api/records/template-parts";
import { useDesk } from "../desk";
import { BinIcon, PlusIcon } from "../parts/icons";
import type { TemplateDraft } from "./template-draft";

interface Props {
  readonly draft: TemplateDraft;
  readonly language: string;
  readonly errorOf: (field: string) => string | null;
  readonly onChange: (change: Partial<TemplateDraft>) => void;
}

export function WordingsEditor({ draft, language, errorOf, onChange }: Props) {
  const { words } = useDesk();
  const variants = draft.variants[language] ?? [];
  const set = (texts: readonly string[]): void => onChange({ variants: { ...draft.variants, [language]: texts } });
  const error = errorOf("variants");
  return (
    <fieldset class="field">
      <legend>{words.answers.variants}</legend>
      {variants.map((text, index) => (
        <div class="variant-row" key={index}>
          <textarea rows={4} dir="auto" lang={language} aria-label={words.answers.variant(index + 2)} value={text} onInput={(event) => set(variants.map((other, place) => (place === index ? event.currentTarget.value : other)))} />
          <button type="button" class="quiet icon-only" aria-label={words.answers.removeVariant(index + 2)} onClick={() => set(variants.filter((_, place) => place !== index))}>
            <BinIcon />
          </button>
        </div>
      ))}
      <button type="button" class="quiet add" onClick={() => set([...variants, ""])}>
        <PlusIcon /> {words.answers.addVariant}
      </button>
      <p class={error ? "small error" : "small muted"}>{error ?? words.answers.variantsHint}</p>
    </fieldset>
  );
}

export function ChannelTexts({ draft, language, errorOf, onChange }: Props) {
  const { words } = useDesk();
  const error = errorOf("texts_on");
  const set = (channel: string, text: string): void =>
    onChange({ texts_on: { ...draft.texts_on, [channel]: { ...draft.texts_on[channel], [language]: text } } });
  const open = CHANNELS.some((channel) => (draft.texts_on[channel]?.[language] ?? "") !== "");
  return (
    <details class="field channel-texts" open={open || error !== null}>
      <summary>{words.answers.ownTexts}</summary>
      {CHANNELS.map((channel) => (
        <ChannelText key={channel} label={words.answers.textOn(words.answers.channels[channel])} language={language} text={draft.texts_on[channel]?.[language] ?? ""} onChange={(text) => set(channel, text)} />
      ))}
      <p class={error ? "small error" : "small muted"}>{error ?? words.answers.textOnHint}</p>
    </details>
  );
}

interface TextProps {
  readonly label: string;
  readonly language: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function ChannelText({ label, language, text, onChange }: TextProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} rows={3} dir="auto" lang={language} value={text} onInput={(event) => onChange(event.currentTarget.value)} />
    </div>
  );
}
