import { expect, test } from "vitest";
import { FileChoice, type Upload } from "../src/files/choice";
import { fileSize, shapeOf, type Attachment } from "../src/files/records";
import { UploadBroken, UploadRefused } from "../src/files/upload";
import { files as words } from "../src/files/words/en";

const LIMITS = { max_bytes: 100, types: ["image/png", "image/heic"] };
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function stored(name: string): Attachment {
  return { id: `id of ${name}`, name, media_type: "image/png", size: 1, state: "stored", url: "/x" };
}

function choiceWith(upload: Upload, most?: number): FileChoice {
  return new FileChoice(upload, words, "en", LIMITS, most);
}

const file = (name: string, bytes = 10): File => new File([new Uint8Array(bytes)], name);
const problems = (choice: FileChoice): (string | null)[] => choice.list.value.map(({ problem }) => problem);

test("a chosen file is uploaded at once and taken with the message", async () => {
  const choice = choiceWith(async ({ name }) => stored(name));
  choice.add([file("a.png")]);
  expect(choice.settled).toBe(false);
  await settle();
  expect(choice.settled).toBe(true);
  expect(choice.take().map(({ id }) => id)).toEqual(["id of a.png"]);
  expect(choice.list.value).toEqual([]);
});

test("a file over the limit is refused in words before it is sent", async () => {
  let asked = 0;
  const choice = choiceWith(async ({ name }) => ((asked += 1), stored(name)));
  choice.add([file("big.png", 101), file("empty.png", 0)]);
  await settle();
  expect(problems(choice)).toEqual([words.tooLarge("100 bytes"), words.empty]);
  expect(asked).toBe(0);
  expect(choice.take()).toEqual([]);
});

test("each refusal of the server has words of its own", async () => {
  const refusals: Error[] = [413, 415, 422, 429, 507].map((status) => new UploadRefused(status));
  const errors = [...refusals, new UploadBroken("")];
  const choice = choiceWith(() => Promise.reject(errors.shift()));
  choice.add(["a", "b", "c", "d", "e", "f"].map((name) => file(name)));
  await settle();
  expect(new Set(problems(choice)).size).toBe(6);
});

test("an upload that is removed is broken off", async () => {
  let stopped = false;
  const choice = choiceWith((_file, _progress, signal) => new Promise(() => {
    signal.addEventListener("abort", () => (stopped = true));
  }));
  choice.add([file("a.png")]);
  choice.remove(choice.list.value[0]?.key ?? 0);
  expect([stopped, choice.list.value.length]).toEqual([true, 0]);
});

test("where one file is allowed, the newest stays", async () => {
  const choice = choiceWith(async ({ name }) => stored(name), 1);
  choice.add([file("a.png")]);
  choice.add([file("b.png")]);
  await settle();
  expect(choice.list.value.map(({ name }) => name)).toEqual(["b.png"]);
});

test("only what every browser shows by itself is shown in the page", () => {
  const shapes = ["image/png", "image/svg+xml", "image/heic", "audio/ogg", "video/mp4", "text/html"].map(shapeOf);
  expect(shapes).toEqual(["picture", "other", "other", "sound", "film", "other"]);
});

test("sizes are written as people read them", () => {
  expect([1, 2048, 1.5 * 2 ** 20].map((bytes) => fileSize(bytes, "en"))).toEqual(["1 byte", "2 kB", "1.5 MB"]);
});
