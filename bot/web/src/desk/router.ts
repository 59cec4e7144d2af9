/* The desk's addresses. Each page is one variant; an address that is not known leads to the inbox. */

import { signal, type Signal } from "@preact/signals";
import type { Queue } from "./api/records/inbox";

export type Route =
  | { readonly page: "inbox"; readonly queue: Queue; readonly conversation: string | null }
  | { readonly page: "templates"; readonly template: string | null }
  | { readonly page: "knowledge"; readonly article: string | null }
  | { readonly page: "settings"; readonly section: string | null }
  | { readonly page: "insights" }
  | { readonly page: "learning"; readonly part: LearningPart; readonly item: string | null };

export const LEARNING_PARTS = ["questions", "intents", "models", "imports", "backtest"] as const;
export type LearningPart = (typeof LEARNING_PARTS)[number];

const BASE = "/desk/";

/** The id that stands for a template not saved yet. */
export const NEW_TEMPLATE = "new";
/** The same of an article; no id is made like this one. */
export const NEW = "~new";

export function readRoute(path: string): Route {
  const [page, first, second] = path.replace(BASE, "").split("/").map(decodeURIComponent);
  if (page === "settings") return { page: "settings", section: first || null };
  if (page === "learning" || page === "review") return { page: "learning", part: partOf(first), item: second || null };
  if (page === "insights") return { page: "insights" };
  if (page === "templates") return { page: "templates", template: first || null };
  if (page === "knowledge") return { page: "knowledge", article: first || null };
  return { page: "inbox", queue: first || "waiting", conversation: second || null };
}

export function addressOf(route: Route): string {
  return BASE + partsOf(route).filter((part) => part !== null).map(encodeURIComponent).join("/");
}

function partsOf(route: Route): readonly (string | null)[] {
  switch (route.page) {
    case "inbox":
      return ["inbox", route.queue, route.conversation];
    case "templates":
      return ["templates", route.template];
    case "knowledge":
      return ["knowledge", route.article];
    case "settings":
      return ["settings", route.section];
    case "learning":
      return ["learning", route.part, route.item];
    case "insights":
      return ["insights"];
  }
}

function partOf(name: string | undefined): LearningPart {
  return LEARNING_PARTS.find((part) => part === name) ?? "questions";
}

export class Router {
  readonly route: Signal<Route> = signal(readRoute(location.pathname));
  /** Asked before leaving; a false keeps the present page. */
  mayLeave: () => boolean = () => true;

  constructor() {
    window.addEventListener("popstate", () => {
      const wanted = readRoute(location.pathname);
      if (this.mayLeave()) this.route.value = wanted;
      else history.pushState(null, "", addressOf(this.route.value));
    });
  }

  go(route: Route): void {
    const address = addressOf(route);
    if (address === location.pathname || !this.mayLeave()) return;
    history.pushState(null, "", address);
    this.route.value = route;
  }

  /** Changes the address without a step in the history and without asking. */
  replace(route: Route): void {
    history.replaceState(null, "", addressOf(route));
    this.route.value = route;
  }
}
