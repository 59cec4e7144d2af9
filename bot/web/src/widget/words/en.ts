import { files } from "../../files/words/en";
import type { Words } from "./words";

export const words: Words = {
  automatedAssistant: "Automated assistant",
  automated: "Automated",
  person: "Person",
  you: "You",
  close: "Close chat",
  messages: "Messages",
  write: "Write a message…",
  send: "Send",
  sendHint: "Enter sends, Shift and Enter starts a new line",
  talkToPerson: "Talk to a person",
  talkToPersonAsked: "Asking for a person…",
  waiting: (position) =>
    position === null
      ? "You are in the queue for a person. You can close this window: the conversation stays."
      : position === 1
        ? "You are next in the queue for a person."
        : `You are number ${position} in the queue for a person.`,
  waitOf: (minutes) => (minutes > 60 ? "It may take more than an hour." : `The answer usually comes within about ${minutes} min.`),
  withPerson: (name) => `You are talking with ${name}`,
  aPerson: "a person of our team",
  typing: (who) => `${who} is typing`,
  sources: "Sources",
  newWindow: "opens in a new window",
  helpful: "This answer helped",
  notHelpful: "This answer did not help",
  feedbackThanks: "Thank you, noted.",
  sending: "Sending…",
  willBeSent: "Waiting for the connection",
  sent: "Sent",
  notSent: (reason) => `Not sent. ${reason}`,
  tooLong: "The message is too long: 8,000 characters at most.",
  edit: "Edit",
  offline: "No connection. What you write is kept and sent as soon as it is back.",
  connecting: "Connecting…",
  unavailable: "The chat could not be loaded. Please reload the page, or try again later.",
  restarted: "The earlier conversation has ended. This is a new one.",
  newMessages: "New messages",
  suggestions: "Suggested questions",
  suggestedNext: "You may also want to know",
  because: (kind, title) => (kind === "question" ? `because you asked about “${title}”` : `because you read “${title}”`),
  suggestionChoice: "About these suggestions",
  suggestionsKeep: "Personal suggestions keep what you ask, read and skip here. Choosing anything else deletes it.",
  suggestionChoices: { general: "General", personal: "Personal", off: "Off" },
  files,
  characters: (left) => (left >= 0 ? `${left} characters left` : `${-left} characters too many`),
};
