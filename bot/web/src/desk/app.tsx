/* Sign-in, or the page that the address names. */

import { useDesk } from "./desk";
import type { Route } from "./router";
import { InboxPage } from "./inbox/inbox-page";
import { lazyRoom } from "./parts/lazy-room";
import { Shell } from "./shell/shell";
import { SignIn } from "./shell/sign-in";

const KnowledgePage = lazyRoom(async () => (await import("./knowledge/knowledge-page")).KnowledgePage);
const SettingsPage = lazyRoom(async () => (await import("./settings/settings-page")).SettingsPage);
const LearningPage = lazyRoom(async () => (await import("./learning/learning-page")).LearningPage);
const InsightsPage = lazyRoom(async () => (await import("./insights/insights-page")).InsightsPage);
const TemplatesPage = lazyRoom(async () => (await import("./templates/templates-page")).TemplatesPage);

export function App() {
  const { user, router, words } = useDesk();
  if (user.value === undefined) return <p class="center muted">{words.loading}</p>;
  if (user.value === null) return <SignIn />;
  return (
    <Shell>
      <Page route={router.route.value} />
    </Shell>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case "inbox":
      return <InboxPage queue={route.queue} conversation={route.conversation} />;
    case "templates":
      return <TemplatesPage template={route.template} />;
    case "knowledge":
      return <KnowledgePage article={route.article} />;
    case "settings":
      return <SettingsPage section={route.section} />;
    case "learning":
      return <LearningPage part={route.part} item={route.item} />;
    case "insights":
      return <InsightsPage />;
  }
}
