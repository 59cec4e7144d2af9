/* The demonstration page: a small shop's front page with the chat on it, and the way to the desk. */

import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { applyLocale, chooseLocale, type Locale } from "../language/locale";
import { Bicycle } from "./bicycle";
import { HOME_WORDS } from "./words";
import type {} from "../widget/loader/main";
import "../theme/tokens.css";
import "./home.css";

interface Company {
  readonly company: string;
  readonly suggestions: readonly string[];
}

function useCompany(locale: Locale): Company | null {
  const [company, setCompany] = useState<Company | null>(null);
  useEffect(() => {
    fetch(`/api/widget/config?locale=${locale}`)
      .then((response) => (response.ok ? response.json() : null))
      .then((value) => setCompany(value as Company | null))
      .catch(() => setCompany(null));
  }, [locale]);
  return company;
}

function Home({ locale }: { readonly locale: Locale }) {
  const words = HOME_WORDS[locale];
  const company = useCompany(locale);
  const name = company?.company ?? words.shop;
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <>
      <header class="bar">
        <strong class="brand">{name}</strong>
        <nav aria-label={words.navigation}>
          <a href="/desk/">{words.desk}</a>
        </nav>
      </header>
      <main>
        <section class="hero">
          <div>
            <p class="eyebrow">{words.eyebrow}</p>
            <h1>{words.headline}</h1>
            <p class="lead">{words.lead}</p>
            <p class="actions">
              <button type="button" class="primary" onClick={() => window.Frontdesk?.open()}>
                {words.ask}
              </button>
              <a class="secondary" href="/desk/">{words.openDesk}</a>
            </p>
          </div>
          <Bicycle />
        </section>
        {company && company.suggestions.length > 0 && (
          <section class="card">
            <h2>{words.tryAsking}</h2>
            <ul class="questions">
              {company.suggestions.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        )}
        <section class="steps">
          {words.steps.map(({ title, text }) => (
            <div class="card" key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </div>
          ))}
        </section>
        <p class="small">{words.fictional}</p>
      </main>
    </>
  );
}

const place = document.getElementById("home");
if (place) {
  const locale = chooseLocale(navigator.languages);
  applyLocale(locale);
  render(<Home locale={locale} />, place);
}
