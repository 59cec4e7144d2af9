/* Sign-in, or the page that the address names. */

import { useDesk } from "./desk";
import type { Route } from "./router";
import { InboxPage } from "./inbox/inbox-page";
import { ReviewPage } from "./review/review-page";
import { Shell } from "./shell/shell";
import { SignIn } from "./shell/sign-in";
import { TemplatesPage } from "./templates/templates-page";

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
    case "review":
      return <ReviewPage />;
  }
}
