/* A customer's question to ask; Enter asks. */

import { useState } from "preact/hooks";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";

export function QuestionForm({ onAsk }: { readonly onAsk: (question: string) => Promise<void> }) {
  const { words } = useDesk();
  const [question, setQuestion] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (question.trim() === "" || busy) return;
    setBusy(true);
    setProblem(null);
    await onAsk(question.trim()).catch((error: unknown) => setProblem(sentenceFor(error, words)));
    setBusy(false);
  };
  return (
    <form class="question" onSubmit={(event) => void submit(event)}>
      <input type="text" dir="auto" aria-label={words.knowledge.question} placeholder={words.knowledge.question} value={question} onInput={(event) => setQuestion(event.currentTarget.value)} />
      <button type="submit" disabled={busy || question.trim() === ""}>{words.knowledge.ask}</button>
      {problem && <p class="banner bad" role="alert">{problem}</p>}
    </form>
  );
}
