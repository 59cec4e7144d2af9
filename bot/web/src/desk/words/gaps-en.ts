/* What the desk says of gaps in the knowledge base. */

export const gaps = {
  title: "Gaps in the knowledge base",
  hint: "What customers asked in vain, by matter: no approved answer was meant, and no article held it. A draft is what an agent answered, without personal data; edit it before you save it.",
  alike: (count: number) => (count === 1 ? "Asked in one other way" : `Asked in ${count} other ways`),
  closest: "Closest articles:",
  answeredNow: "the bot answers it now",
  answered: "See an agent's answer",
  writeArticle: "Write an article",
  download: "Download a draft article",
};
