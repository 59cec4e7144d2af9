/* What one may ask or read next, why it is suggested, and whether it may be personal. */

import type { ComponentChildren } from "preact";
import type { Suggestion, SuggestionChoice } from "../../chat/records";
import { safeAddress } from "../../markup/fragment";
import { usePanel } from "./context";

const CHOICES: readonly SuggestionChoice[] = ["general", "personal", "off"];

/** Below the latest reply of the bot. */
export function Suggested() {
  const { conversation, words } = usePanel();
  const { choice, suggestions } = conversation.suggestions.shown.value;
  if (choice === null || conversation.ownership.value.owner !== "bot") return null;
  if (conversation.outgoing.value.length > 0) return null;
  if (choice === "general" && suggestions.length === 0) return null;
  return (
    <section class="suggested" aria-label={words.suggestions}>
      {suggestions.length > 0 && <h2>{words.suggestedNext}</h2>}
      <SuggestionList suggestions={suggestions} />
      <Choice choice={choice} />
    </section>
  );
}

export function SuggestionList({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  if (suggestions.length === 0) return null;
  return (
    <ul class="choices">
      {suggestions.map((suggestion) => (
        <li key={suggestion.id}>
          {suggestion.kind === "question" ? <Question question={suggestion} /> : <Article article={suggestion} />}
        </li>
      ))}
    </ul>
  );
}

function Question({ question }: { readonly question: Suggestion }) {
  const { conversation } = usePanel();
  const ask = (): void => {
    conversation.suggestions.close(question);
    conversation.press(question.id, question.text);
  };
  return (
    <button type="button" class="choice" onClick={ask}>
      <Title of={question} />
    </button>
  );
}

function Article({ article }: { readonly article: Suggestion }) {
  const { conversation, words } = usePanel();
  const address = safeAddress(article.url);
  if (!address) return null;
  return (
    <a class="choice" href={address} target="_blank" rel="noopener noreferrer" onClick={() => conversation.suggestions.read(article)}>
      <Title of={article}>
        <span class="hidden"> ({words.newWindow})</span>
      </Title>
    </a>
  );
}

function Title({ of, children }: { readonly of: Suggestion; readonly children?: ComponentChildren }) {
  const { words } = usePanel();
  return (
    <>
      <span dir="auto">{of.text}</span>
      {children}
      {of.because && <small dir="auto">{words.because(of.because.kind, of.because.text)}</small>}
    </>
  );
}

function Choice({ choice }: { readonly choice: SuggestionChoice }) {
  const { conversation, words } = usePanel();
  return (
    <details>
      <summary>{words.suggestionChoice}</summary>
      <p>{words.suggestionsKeep}</p>
      <div role="group" aria-label={words.suggestionChoice}>
        {CHOICES.map((each) => (
          <button type="button" class="link" key={each} aria-pressed={each === choice} onClick={() => void conversation.suggestions.choose(each)}>
            {words.suggestionChoices[each]}
          </button>
        ))}
      </div>
    </details>
  );
}
