/* Another conversation of the same customer, in two lines. */

import { timeAgo } from "../../language/dates";
import type { EarlierConversation } from "../api/records/inbox";
import { useDesk } from "../desk";
import { Link } from "../parts/link";

interface Props {
  readonly conversation: EarlierConversation;
  readonly current?: boolean;
}

export function Earlier({ conversation, current = false }: Props) {
  const { words, locale } = useDesk();
  const { id, asked, channel, status, updated_at: updated, rating } = conversation;
  return (
    <Link to={{ page: "inbox", queue: "closed", conversation: id }} class="bare" current={current}>
      <span class="preview" dir="auto">{asked || words.brief.nothingAsked}</span>
      <span class="small muted">
        {timeAgo(updated, locale)} · {channel} · {words.inbox.statuses[status]}
        {rating !== null && ` · ${words.brief.rated(rating)}`}
      </span>
    </Link>
  );
}
