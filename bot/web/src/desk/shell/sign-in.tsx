/* The way in. */

import { useState } from "preact/hooks";
import { ApiProblem } from "../api/client";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { LanguageChoice } from "./language-choice";

export function SignIn() {
  const desk = useDesk();
  const { words } = desk;
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await desk.signIn(email.trim(), password);
    } catch (error) {
      const wrong = error instanceof ApiProblem && error.status === 401;
      setProblem(wrong ? words.signIn.wrong : sentenceFor(error, words));
      setBusy(false);
    }
  };

  return (
    <main class="sign-in">
      <form class="card" onSubmit={(event) => void submit(event)}>
        <span class="logo">{words.product}</span>
        <h1>{words.signIn.title}</h1>
        {problem && <p class="banner bad" role="alert">{problem}</p>}
        <label class="field">
          <span>{words.signIn.email}</span>
          <input type="email" name="email" autocomplete="username" required autofocus value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{words.signIn.password}</span>
          <input type="password" name="password" autocomplete="current-password" required value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
        </label>
        <button type="submit" class="primary" disabled={busy}>{words.signIn.submit}</button>
        <LanguageChoice />
      </form>
    </main>
  );
}
