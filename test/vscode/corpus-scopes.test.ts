import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { loadGrammar, type ScopedText, tokenize } from "./tokenize.ts";

/** Public configurations in the language of 6.4 and later; they are no part of this repository. */
const folder = fileURLToPath(new URL("../../../shared/corpus/modern/", import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.log("skipped: there is no ../shared/corpus/modern with public configurations to colour");

describe.skipIf(!isThere)("colours of public configurations", () => {
  const pieces: ScopedText[] = [];

  beforeAll(async () => {
    const grammar = await loadGrammar();
    for (const name of readdirSync(folder)) {
      pieces.push(...tokenize(grammar, readFileSync(`${folder}${name}`, "utf8")).flat());
    }
  });

  test("how often each scope is used", async () => {
    const counts = new Map<string, number>();
    for (const scope of pieces.flatMap(({ scopes }) => scopes.flatMap((one) => one.split(" ")))) {
      const name = scope.replace(/\.smtpd-conf$/, "");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${count}\t${name}\n`);
    await expect(lines.join("")).toMatchFileSnapshot("corpus-scopes.tsv");
  });

  test("hardly any text is without a colour", () => {
    const written = pieces.filter(({ text }) => text.trim() !== "");
    const plain = written.filter(({ scopes }) => scopes.every((scope) => scope === "meta.statement"));
    expect(plain.length / written.length).toBeLessThan(0.002);
  });
});
