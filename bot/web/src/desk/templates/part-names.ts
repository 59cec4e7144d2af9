/* What the parts of a template are called at the desk. */

import type { TemplateContent } from "../api/records/templates";
import type { Words } from "../words/words";

export function nameOf(part: keyof TemplateContent, words: Words): string {
  switch (part) {
    case "title":
    case "titles":
      return words.editor.title;
    case "intents":
      return words.editor.intents;
    case "examples":
      return words.editor.examples;
    case "texts":
      return words.editor.text;
    case "variants":
      return words.answers.variants;
    case "texts_on":
      return words.answers.ownTexts;
    case "buttons":
    case "buttons_in":
      return words.editor.buttons;
    case "follow_ups":
      return words.answers.followUps;
    case "attachments":
      return words.answers.files;
    case "owner":
      return words.answers.owner;
    case "valid_from":
      return words.answers.validFrom;
    case "valid_until":
      return words.answers.validUntil;
    case "state":
      return words.templates.state;
  }
}
