import type { FileWords } from "./words";

export const files: FileWords = {
  attach: "Attach a file",
  remove: (name) => `Remove ${name}`,
  uploading: (percent) => `Uploading, ${percent}%`,
  ready: "Ready to send",
  dropHere: "Drop the file to attach it",
  onItsWay: "Being fetched…",
  download: "Download",
  problems: {
    too_large: "Not kept: too large",
    refused: "Not kept: a kind that is not taken",
    too_many: "Not kept: too many files in one day",
    unavailable: "Could not be fetched",
  },
  tooLarge: (limit) => `Too large: ${limit} at most`,
  largerThanTaken: "Too large to be taken",
  kindNotTaken: "This kind of file is not taken",
  empty: "The file is empty",
  enoughForToday: "Enough files for today",
  noRoom: "No room for files at the moment",
  notUploaded: "Not uploaded. Check the connection and try again",
};
