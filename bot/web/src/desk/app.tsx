/* Sign-in, or the page that the address names. */

import { useDesk } from "./desk";
import { InboxPage } from "./inbox/inbox-page";
import { Shell } from "./shell/shell";
import { SignIn } from "./shell/sign-in";
import { TemplatesPage } from "./templates/templates-page";

export function App() {
  const { user, router, words } = useDesk();
  if (user.value === undefined) return <p class="center muted">{words.loading}</p>;
  if (user.value === null) return <SignIn />;
  const route = router.route.value;
  return (
    <Shell>
      {route.page === "inbox" ? (
        <InboxPage queue={route.queue} conversation={route.conversation} />
      ) : (
        <TemplatesPage template={route.template} />
      )}
    </Shell>
  );
}
