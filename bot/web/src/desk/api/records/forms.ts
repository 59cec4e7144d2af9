/* Details and the forms that ask for them, as they travel; what is left out stands at its default. */

import type { Texts } from "./settings";

export const DETAIL_TYPES = ["text", "number", "integer", "amount", "date", "email", "phone", "choice", "yes_no"] as const;
export type DetailType = (typeof DETAIL_TYPES)[number];

export interface Choice {
  readonly labels?: Texts;
  readonly synonyms?: readonly string[];
}

/** A detail that customers give, and how it is asked for. */
export interface Detail {
  readonly prompts: Texts;
  readonly type?: DetailType;
  readonly labels?: Texts;
  readonly pattern?: string | null;
  readonly canonical?: string | null;
  readonly examples?: readonly string[];
  readonly invalid?: Texts;
  readonly options?: Readonly<Record<string, Choice>>;
  /** Bounds of numbers and dates; what is no number is sent as it was typed. */
  readonly min?: string | number | null;
  readonly max?: string | number | null;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly region?: string | null;
  readonly currency?: string | null;
  readonly verifies?: boolean;
}

/** Details to ask for in order, and what then becomes of them. */
export interface DetailForm {
  readonly title: Texts;
  readonly when: { readonly intents?: readonly string[]; readonly templates?: readonly string[] };
  readonly fields: readonly string[];
  readonly then: { readonly template?: string | null; readonly queue?: string | null; readonly messages?: Texts };
  readonly optional?: readonly string[];
  readonly opening?: Texts;
  readonly lookup?: string | null;
  readonly confirm?: boolean;
}

export interface FormsValues {
  readonly fields: Readonly<Record<string, Detail>>;
  readonly forms: Readonly<Record<string, DetailForm>>;
}
