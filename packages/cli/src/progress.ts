import { writeSync } from "node:fs";
import { writesToTerminal } from "./formats/open-format.ts";

/** How far a run is, said on a terminal. */
export interface Progress {
  /** One more file is done. */
  readonly step: () => void;
  /** Wipes away what is shown: before anything else is written. */
  readonly clear: () => void;
}

const silent: Progress = { step: () => {}, clear: () => {} };

/** Milliseconds before anything is shown, and between two times that it is shown anew. */
const patience = 1000;
const interval = 100;

const standardError = 2;

/** Shows nothing for fewer than two files, where standard error is no terminal, and in the first second. */
export async function openProgress(files: number): Promise<Progress> {
  if (files < 2 || process.env["TERM"] === "dumb" || !(await writesToTerminal(standardError))) return silent;
  return drawProgress(
    files,
    (text) => writeSync(standardError, text),
    () => performance.now(),
  );
}

/** Progress over so many files, written with `write`; `now` gives milliseconds. */
export function drawProgress(files: number, write: (text: string) => void, now: () => number): Progress {
  const start = now();
  let done = 0;
  let drawnAt = -Infinity;
  let isDrawn = false;
  return {
    step: () => {
      done++;
      const time = now();
      if (time - start < patience || time - drawnAt < interval) return;
      write(`\r\x1b[KChecked ${done.toLocaleString("en")} of ${files.toLocaleString("en")} files …`);
      [drawnAt, isDrawn] = [time, true];
    },
    clear: () => {
      if (isDrawn) write("\r\x1b[K");
      isDrawn = false;
    },
  };
}
