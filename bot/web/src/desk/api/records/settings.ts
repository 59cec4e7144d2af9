/* Settings, people and upkeep, as they travel. */

import type { FormsValues } from "./forms";

export type Role = "agent" | "editor" | "lead" | "admin";
export const ROLES: readonly Role[] = ["agent", "editor", "lead", "admin"];

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly queues: readonly string[];
  readonly capacity: number;
  readonly seen_at: string | null;
  readonly in_telegram: boolean;
}

export type PersonChange = Pick<Person, "name" | "role" | "active" | "queues" | "capacity">;

export interface NewPerson {
  readonly email: string;
  readonly name?: string;
  readonly role: Role;
}

export interface PeoplePage {
  readonly people: readonly Person[];
  readonly queues: readonly string[];
}

/** A password that the server tells this once. */
export interface ToldOnce {
  readonly person: Person;
  readonly password: string;
}

export interface Hours {
  readonly time_zone: string;
  readonly week: Readonly<Record<string, readonly string[]>>;
  readonly holidays: readonly string[];
}

export type Priority = "low" | "normal" | "high" | "urgent";
export const PRIORITIES: readonly Priority[] = ["urgent", "high", "normal", "low"];

export interface HandOff {
  readonly intents: readonly string[];
  readonly words: readonly string[];
  readonly examples: readonly string[];
  readonly customers: readonly string[];
  readonly sentiment: number | null;
  readonly emergencies: boolean;
}

/** What else a queue holds in the file travels with it and comes back unchanged. */
export interface QueueRule {
  readonly intents: readonly string[];
  readonly priority: Priority;
}

export type Texts = Readonly<Record<string, string>>;

export interface WidgetValues {
  readonly company: string;
  readonly support_email: string;
  readonly support_hours: string;
  readonly accent: string;
  readonly greeting: Texts;
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly embed_hosts: readonly string[];
  readonly widget: {
    readonly pre_chat: { readonly fields: readonly string[]; readonly optional: readonly string[]; readonly opening: Texts };
    readonly consent: Texts;
    readonly privacy_url: string | null;
  };
}

export interface PrivacyValues {
  readonly retention: { readonly conversation_days: number | null };
  readonly keep_originals: boolean;
  readonly recommendations: { readonly enabled: boolean; readonly keep_days: number; readonly model: string | null };
}

export interface TelegramValues {
  readonly telegram_updates: "polling" | "webhook" | null;
  readonly telegram_desk_chat: number | null;
}

export interface SectionValues {
  readonly hours: { readonly hours: Hours };
  readonly rules: { readonly handoff: HandOff; readonly queues: Readonly<Record<string, QueueRule>> };
  readonly forms: FormsValues;
  readonly widget: WidgetValues;
  readonly privacy: PrivacyValues;
  readonly telegram: TelegramValues;
}

export type SectionName = keyof SectionValues;

export interface SectionOf<Name extends SectionName> {
  readonly values: SectionValues[Name];
  readonly text: string;
  readonly may_change: boolean;
  readonly public_url: string | null;
}

export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly user: string | null;
  readonly name: string;
  readonly act: string;
  readonly subject: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly says: string;
}

export type StepName = "articles" | "transcripts" | "templates" | "model" | "channel" | "people" | "first_answer";

export interface Step {
  readonly name: StepName;
  readonly done: boolean;
  readonly count: number;
  readonly optional: boolean;
}

export interface TelegramState {
  readonly token_set: boolean;
  readonly bot_id: string | null;
  readonly problem: string | null;
  readonly webhook: string | null;
  readonly api_url: string;
  readonly serving: boolean;
}

export interface FoundBot {
  readonly username: string;
  readonly name: string;
  readonly reads_groups: boolean;
  readonly webhook: string;
  readonly pending: number;
}

export interface Erased {
  readonly transcripts: number;
  readonly pairs: number;
  readonly examples: number;
  readonly conversations: number;
  readonly messages: number;
  readonly attachments: number;
  readonly models_to_retrain: readonly string[];
}
