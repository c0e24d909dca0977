import { expect, test } from "vitest";
import { drawProgress } from "./progress.ts";

function open(): { written: string[]; at: (time: number) => void; progress: ReturnType<typeof drawProgress> } {
  const written: string[] = [];
  let time = 0;
  const progress = drawProgress(
    2000,
    (text) => written.push(text),
    () => time,
  );
  return {
    written,
    progress,
    at: (moment) => {
      time = moment;
    },
  };
}

test("nothing in the first second", () => {
  const { written, progress, at } = open();
  at(999);
  progress.step();
  progress.clear();
  expect(written).toEqual([]);
});

test("then how many are done, ten times a second", () => {
  const { written, progress, at } = open();
  for (let time = 0; time < 1200; time++) {
    at(time);
    progress.step();
  }
  expect(written).toEqual(["\r\x1b[KChecked 1,001 of 2,000 files …", "\r\x1b[KChecked 1,101 of 2,000 files …"]);
});

test("it is wiped away once, and shown again with the next step that is due", () => {
  const { written, progress, at } = open();
  at(1000);
  progress.step();
  progress.clear();
  progress.clear();
  at(1100);
  progress.step();
  expect(written).toEqual(["\r\x1b[KChecked 1 of 2,000 files …", "\r\x1b[K", "\r\x1b[KChecked 2 of 2,000 files …"]);
});
