/* Where nothing is open: bringing articles in, what was brought in lately, and what is missing. */

import { useDesk } from "../desk";
import { GapList } from "../learning/gap-list";
import { BringIn } from "./bring-in";
import { mayEdit } from "../parts/may-edit";

export function KnowledgeHome() {
  const { words: { knowledge }, user } = useDesk();
  return (
    <section class="knowledge-home" aria-label={knowledge.home}>
      {mayEdit(user.value) ? <BringIn /> : <p class="muted">{knowledge.onlyEditors}</p>}
      <GapList />
    </section>
  );
}
