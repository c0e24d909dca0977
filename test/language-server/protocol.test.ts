import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

/** A row of the table of requests: what it is about, what is answered, where that is tested, and who was seen to ask. */
interface Row {
  readonly request: string;
  readonly tests: readonly string[];
  readonly clients: string;
}

const page = readFileSync(resolve("packages/language-server/PROTOCOL.md"), "utf8");
const rows: readonly Row[] = page
  .split("\n")
  .filter((line) => line.startsWith("| ✓ "))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, , request = "", , tests = "", clients = ""]) => ({
    request,
    tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    clients,
  }));

test("the table has rows", () => expect(rows.length).toBeGreaterThan(30));

test.each(rows)("$request: its tests are there, and a client was seen to ask", ({ tests, clients }) => {
  expect(tests).not.toEqual([]);
  for (const name of tests) expect(existsSync(resolve(name)), name).toBe(true);
  expect(clients).not.toBe("");
});

test("every request that the tests of the server ask is in the table", () => {
  const sources = ["requests", "diagnostics"].map((name) =>
    readFileSync(resolve(`test/language-server/${name}.test.ts`), "utf8"),
  );
  const asked = new Set(
    sources
      .join("\n")
      .match(/(?<=")(?:textDocument|workspace|callHierarchy|codeLens|codeAction|completionItem)\/[\w/]+(?=")/g),
  );
  const missing = [...asked].filter((method) => !page.includes(method.replace(/^(?:textDocument|workspace)\//, "")));
  expect(missing).toEqual([]);
});
