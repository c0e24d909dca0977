import type { Fix, Source } from "smtpd-conf";
import { expect, test } from "vitest";
import { indexLines } from "../line-index.ts";
import { fixedLine } from "./fixed-line.ts";

const source: Source = { kind: "file", path: "a.conf", text: 'listen on lo\n  port "25"\ntls\n', encoding: "utf8" };
const finding = { source, start: 20, end: 24 };

/** What is shown for a fix that makes these replacements, each `[start, end, text]`. */
function shown(...edits: readonly (readonly [number, number, string])[]): string | undefined {
  const fix: Fix = {
    title: "Mend it",
    safe: true,
    edits: edits.map(([start, end, text]) => ({ span: { source, start, end }, text })),
  };
  return fixedLine(fix, finding, indexLines);
}

test("shows the line as it becomes", () => expect(shown([20, 24, "25"])).toBe("port 25"));

test("makes all changes of the line, whatever their order", () => {
  expect(shown([15, 19, "PORT"], [20, 24, "25"], [24, 24, " tls"])).toBe("PORT 25 tls");
  expect(shown([24, 24, " tls"], [15, 19, "PORT"])).toBe('PORT "25" tls');
});

test("says which line, where it is another one", () => expect(shown([10, 12, "eth0"])).toBe("line 1: listen on eth0"));

test("shows nothing of what is no single line", () => {
  expect(shown()).toBeUndefined();
  expect(shown([10, 12, "eth0"], [20, 24, "25"])).toBeUndefined();
  expect(shown([12, 13, " "])).toBeUndefined();
  expect(shown([20, 24, "25\n"])).toBeUndefined();
  expect(shown([25, 28, ""])).toBeUndefined();
  expect(shown([20, 24, "2".repeat(200)])).toBeUndefined();
});
