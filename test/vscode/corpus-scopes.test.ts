import { beforeAll, describe, expect, test } from "vitest";
import { filesOf, hasCorpus, readPublic } from "../corpus/public-configurations.ts";
import { loadGrammar, type ScopedText, tokenize } from "./tokenize.ts";

describe.skipIf(!hasCorpus)("colours of public configurations", () => {
  const pieces: ScopedText[] = [];

  beforeAll(async () => {
    const grammar = await loadGrammar();
    for (const file of filesOf("modern")) pieces.push(...tokenize(grammar, readPublic(file)).flat());
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
