/* Everything that the desk's pages share, put together in one place. */

import { signal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Locale } from "../language/locale";
import { ArticlesApi } from "./api/articles";
import { ApiClient, ApiProblem } from "./api/client";
import { ConversationsApi } from "./api/conversations";
import { ExplanationsApi } from "./api/explanations";
import { GapsApi } from "./api/gaps";
import { InsightsApi } from "./api/insights";
import { LearningApi } from "./api/learning";
import { LiveChanges } from "./api/live";
import type { ArticleText } from "./api/records/articles";
import type { SignedIn } from "./api/records/session";
import { ReviewApi } from "./api/review";
import { TemplatesApi } from "./api/templates";
import { BrowserAlarm } from "./alerts/browser-alarm";
import { PageTitle } from "./alerts/page-title";
import { WaitingAlerts } from "./alerts/waiting-alerts";
import { RecentConversations } from "./inbox/recent";
import { Keys } from "./keys/keys";
import { Router } from "./router";
import type { TemplateDraft } from "./templates/template-draft";
import type { Words } from "./words/words";

export class Desk {
  readonly client: ApiClient;
  readonly conversations: ConversationsApi;
  readonly recent: RecentConversations;
  readonly templates: TemplatesApi;
  readonly explanations: ExplanationsApi;
  readonly review: ReviewApi;
  readonly gaps: GapsApi;
  readonly articles: ArticlesApi;
  readonly learning: LearningApi;
  readonly insights: InsightsApi;
  readonly live = new LiveChanges();
  readonly router = new Router();
  readonly keys = new Keys();
  readonly title: PageTitle;
  readonly alerts: WaitingAlerts;
  /** A new template's draft that was begun on another page; the editor takes it. */
  begun: Partial<TemplateDraft> | null = null;
  /** The same of an article. */
  begunArticle: Partial<ArticleText> | null = null;
  /** `undefined` until the server has said whether anyone is signed in. */
  readonly user: Signal<SignedIn["user"] | null | undefined> = signal(undefined);

  constructor(readonly words: Words, readonly locale: Locale) {
    this.client = new ApiClient(locale);
    this.conversations = new ConversationsApi(this.client);
    this.recent = new RecentConversations(this.conversations);
    this.templates = new TemplatesApi(this.client);
    this.explanations = new ExplanationsApi(this.client);
    this.review = new ReviewApi(this.client);
    this.gaps = new GapsApi(this.client);
    this.articles = new ArticlesApi(this.client);
    this.learning = new LearningApi(this.client);
    this.insights = new InsightsApi(this.client);
    this.title = new PageTitle(words.product);
    this.alerts = new WaitingAlerts(this.conversations, this.title, new BrowserAlarm(words, this.router));
    this.client.onSignedOut = () => this.leave();
  }

  async resume(): Promise<void> {
    try {
      this.enter(await this.client.get<SignedIn>("/me"));
    } catch {
      this.user.value = null;
    }
  }

  async signIn(email: string, password: string): Promise<void> {
    this.enter(await this.client.post<SignedIn>("/login", { email, password }));
  }

  async signOut(): Promise<void> {
    if (!this.router.mayLeave()) return;
    try {
      await this.client.post("/logout");
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
    }
    this.leave();
  }

  private enter({ csrf, user }: SignedIn): void {
    this.client.csrf = csrf;
    this.user.value = user;
    this.live.start();
  }

  private leave(): void {
    this.client.csrf = null;
    this.live.stop();
    this.recent.forget();
    this.user.value = null;
  }
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("This part stands outside the desk.");
  return desk;
}
