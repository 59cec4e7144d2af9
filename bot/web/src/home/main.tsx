/* A page to try the chat on, and the way to the desk: the sample company's shop, or a plain one in a company's own name. */

import { render } from "preact";
import { applyLocale, chooseLocale, type Locale } from "../language/locale";
import { DEFAULT_ACCENT, readAccent, textOn } from "../theme/accent";
import { Bicycle } from "./bicycle";
import { HOME_WORDS } from "./words";
import type {} from "../widget/loader/main";
import "../theme/tokens.css";
import "./home.css";

interface Company {
  readonly company: string;
  readonly accent: string;
  readonly suggestions: readonly string[];
  /** Whether it is the sample company, whose people and orders are made up. */
  readonly sample: boolean;
}

async function readCompany(locale: Locale): Promise<Company | null> {
  try {
    const response = await fetch(`/api/widget/config?locale=${locale}`);
    return response.ok ? ((await response.json()) as Company) : null;
  } catch {
    return null; // The page stands without its company's name and colour.
  }
}

/** What a host page does with one line of HTML: the script, here in the company's colour. */
function addWidget(accent: string): void {
  const script = document.createElement("script");
  script.src = "/widget.js";
  script.async = true;
  script.dataset["accent"] = accent;
  document.body.append(script);
}

interface Props {
  readonly locale: Locale;
  readonly company: Company | null;
}

function Home({ locale, company }: Props) {
  const words = HOME_WORDS[locale];
  const name = company?.company ?? words.page;
  const { headline, lead, firstStep } = company?.sample ? words.sample : words.own;
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
            <h1>{headline}</h1>
            <p class="lead">{lead}</p>
            <p class="actions">
              <button type="button" class="primary" onClick={() => window.Frontdesk?.open()}>
                {words.ask}
              </button>
              <a class="secondary" href="/desk/">{words.openDesk}</a>
            </p>
          </div>
          {company?.sample && <Bicycle />}
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
          {[firstStep, ...words.steps].map(({ title, text }) => (
            <div class="card" key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </div>
          ))}
        </section>
        {company?.sample && <p class="small">{words.sample.fictional}</p>}
      </main>
    </>
  );
}

async function start(place: HTMLElement): Promise<void> {
  const locale = chooseLocale(navigator.languages);
  applyLocale(locale);
  const company = await readCompany(locale);
  const accent = readAccent(company?.accent) ?? DEFAULT_ACCENT;
  document.documentElement.style.setProperty("--accent", accent);
  document.documentElement.style.setProperty("--on-accent", textOn(accent));
  document.title = company?.company ?? HOME_WORDS[locale].page;
  render(<Home locale={locale} company={company} />, place);
  addWidget(accent);
}

const place = document.getElementById("home");
if (place) void start(place);
