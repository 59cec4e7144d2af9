/* Entry of the desk: chooses the language, then shows the sign-in or the desk. */

import { render } from "preact";
import { applyLocale, chooseLocale } from "../language/locale";
import { App } from "./app";
import { Desk, DeskContext } from "./desk";
import { keptLocale } from "./shell/language-choice";
import { CATALOGUES } from "./words/words";
import "../theme/tokens.css";
import "../markup/prose.css";
import "../files/files.css";
import "./desk.css";

async function start(place: HTMLElement): Promise<void> {
  const locale = chooseLocale([keptLocale(), ...navigator.languages]);
  applyLocale(locale);
  const desk = new Desk(await CATALOGUES[locale](), locale);
  render(
    <DeskContext.Provider value={desk}>
      <App />
    </DeskContext.Provider>,
    place,
  );
  await desk.resume();
}

const place = document.getElementById("desk");
if (place) void start(place);
