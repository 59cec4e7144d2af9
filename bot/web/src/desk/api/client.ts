/*
 * One request to the desk's API: cookie, CSRF header, ETag, problem documents.
 * The only place where the server's JSON is taken at its word; both are built from one contract.
 */

import type { UploadWay } from "../../files/upload";

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

interface ProblemDocument {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** The server answered, and refused. */
export class ApiProblem extends Error {
  constructor(readonly status: number, private readonly document: ProblemDocument) {
    super(document.detail ?? document.title ?? `The server answered ${status}.`);
  }

  /** What is wrong with single fields, where the server says so. */
  get fields(): readonly FieldError[] {
    return this.document.errors ?? [];
  }
}

/** No answer came. */
export class Offline extends Error {}

export interface Versioned<Value> {
  readonly value: Value;
  readonly etag: string | null;
}

export interface Call {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly body?: object;
  readonly ifMatch?: string | null;
}

export class ApiClient {
  /** Set at sign-in; every call that changes something carries it. */
  csrf: string | null = null;
  /** Called when the session has ended. */
  onSignedOut: () => void = () => undefined;

  /** `language` is what reasons come in; the agent's choice, whatever the browser prefers. */
  constructor(private readonly language: string, private readonly base: string = "/api/desk") {}

  async get<Value>(path: string): Promise<Value> {
    return (await this.request<Value>(path)).value;
  }

  async post<Value>(path: string, body: object = {}): Promise<Value> {
    return (await this.request<Value>(path, { method: "POST", body })).value;
  }

  async request<Value>(path: string, call: Call = {}): Promise<Versioned<Value>> {
    const response = await this.fetch(path, call);
    const text = await response.text();
    const value = readJson(text);
    if (!response.ok) {
      if (response.status === 401 && this.csrf !== null) this.onSignedOut();
      throw new ApiProblem(response.status, (value ?? {}) as ProblemDocument);
    }
    return { value: value as Value, etag: response.headers.get("ETag") };
  }

  /** Where and with which headers a file is uploaded. */
  uploadWay(path: string): UploadWay {
    return { url: this.base + path, headers: { "X-CSRF-Token": this.csrf ?? "" } };
  }

  private async fetch(path: string, { method = "GET", body, ifMatch }: Call): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": this.language };
    if (body) headers["Content-Type"] = "application/json";
    if (method !== "GET" && this.csrf) headers["X-CSRF-Token"] = this.csrf;
    if (ifMatch) headers["If-Match"] = ifMatch;
    const init: RequestInit = { method, headers, credentials: "same-origin" };
    if (body) init.body = JSON.stringify(body);
    try {
      return await fetch(this.base + path, init);
    } catch (cause) {
      throw new Offline("The server could not be reached.", { cause });
    }
  }
}

function readJson(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
