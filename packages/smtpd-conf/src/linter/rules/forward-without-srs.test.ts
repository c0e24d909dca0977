import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "forward-without-srs";
const entry = '{ "x@d" = "alice, y@e" }';
const rules = "match from any for domain d action in\nmatch from local for any action out\n";

describe("reports", () => {
  test.each([
    `action in maildir virtual ${entry}\naction out <|relay|>\n${rules}`,
    `action in expand-only alias { x = "y@e" }\naction out <|relay|> host h tls\n${rules}`,
    `action in maildir virtual ${entry}\naction out <|relay|>\n${rules}match tag x for any action out\n`,
    `srs key k\naction in maildir virtual ${entry}\naction o <|relay|>\naction out relay srs\nmatch for domain e action o\n${rules}`,
  ])("%j", (text) => expectMarked(code, text));

  test("what the file of a table leads to", () => {
    const text = `table v file:/v\naction in maildir virtual <v>\naction out <|relay|>\n${rules}`;
    expectMarked(code, text, { files: { "/v": "x@d y@e\n" } });
    expectSilent(code, text.replace("<|relay|>", "relay"), { files: { "/v": "x@d alice\n" } });
  });

  test("from 6.6 on", () => {
    expectSilent(code, `action in maildir virtual ${entry}\naction out relay\n${rules}`, { target: "6.4.2" });
  });
});

describe("is silent about", () => {
  test.each([
    `srs key k\naction in maildir virtual ${entry}\naction out relay srs\n${rules}`,
    `action in maildir virtual ${entry}\naction out relay mail-from "@d"\n${rules}`,
    `action in maildir virtual { "x@d" = alice }\naction out relay\n${rules}`,
    `action in maildir virtual { "x@d" = "y@d" }\naction out relay\n${rules}`,
    `action in maildir virtual ${entry}\naction out relay\n${rules.replace("from any", "from local")}`,
    `action in maildir virtual ${entry}\naction out relay\nmatch from any for domain d action in\n`,
    `action in maildir virtual ${entry}\naction out relay\naction b mbox\nmatch tag x for any action b\n${rules}`,
    `table t file:/t\naction in maildir virtual <t>\naction out relay\n${rules}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says which mail, and points at the entry", () => {
  const text = `action in maildir virtual { "x@d" = <|"y@e"|> }\naction out relay\n${rules}`;
  expectRelated(code, text);
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: 'Mail for "x@d" goes on to "y@e" with its first sender, which SPF may forbid this server to use.',
    help: 'Set a secret with "srs key", and write "srs" behind "relay".',
  });
});
