/* Calls about settings, people and upkeep. */

import type { ApiClient, Versioned } from "./client";
import type {
  AuditEntry, Check, Erased, FoundBot, NewPerson, PeoplePage, Person, PersonChange, SectionName, SectionOf, Step,
  TelegramState, ToldOnce,
} from "./records/settings";

export class SettingsApi {
  constructor(private readonly client: ApiClient) {}

  section<Name extends SectionName>(name: Name): Promise<Versioned<SectionOf<Name>>> {
    return this.client.request(`/settings/${name}`);
  }

  save<Name extends SectionName>(
    name: Name, change: { readonly values: object } | { readonly text: string }, etag: string | null,
  ): Promise<Versioned<SectionOf<Name>>> {
    return this.client.request(`/settings/${name}`, { method: "PUT", body: change, ifMatch: etag });
  }

  people(): Promise<PeoplePage> {
    return this.client.get("/people");
  }

  add(person: NewPerson): Promise<ToldOnce> {
    return this.client.post("/people", person);
  }

  async change(id: string, person: PersonChange): Promise<Person> {
    return (await this.client.request<Person>(`/people/${encodeURIComponent(id)}`, { method: "PUT", body: person })).value;
  }

  newPassword(id: string): Promise<ToldOnce> {
    return this.client.post(`/people/${encodeURIComponent(id)}/password`);
  }

  async changeOwnPassword(before: string, after: string): Promise<void> {
    await this.client.post("/me/password", { before, after });
  }

  async audit(before: number | null): Promise<readonly AuditEntry[]> {
    const page = before === null ? "" : `?before=${before}`;
    return (await this.client.get<{ entries: readonly AuditEntry[] }>(`/audit${page}`)).entries;
  }

  async health(): Promise<readonly Check[]> {
    return (await this.client.get<{ checks: readonly Check[] }>("/health")).checks;
  }

  async steps(): Promise<readonly Step[]> {
    return (await this.client.get<{ steps: readonly Step[] }>("/beginning")).steps;
  }

  telegram(): Promise<TelegramState> {
    return this.client.get("/telegram");
  }

  tryTelegram(token: string | null): Promise<FoundBot> {
    return this.client.post("/telegram/try", token === null ? {} : { token });
  }

  async whatWouldGo(customer: string): Promise<Erased> {
    return (await this.client.post<{ erased: Erased }>("/erasure/preview", { customer })).erased;
  }

  async erase(customer: string): Promise<Erased> {
    return (await this.client.post<{ erased: Erased }>("/erasure", { customer })).erased;
  }
}
