import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "unreachable-match";
const actions = 'action "a" maildir\naction "b" relay\n';

describe("reports a rule below", () => {
  test.each([
    // one that is for more
    `${actions}match from any for any action "a"\n<|match|> from local for any action "b"\n`,
    `${actions}match from any for any reject\n<|match|> for local action "a"\n`,
    `${actions}match from any for domain "*" action "a"\n<|match|> from any for domain "example.org" action "b"\n`,
    `${actions}match from src "10.0.0.0/8" for any action "a"\n<|match|> from src "10.1.2.3" for any action "b"\n`,
    `${actions}match for domain "*.example.org" action "a"\n<|match|> for domain "*.example.org" action "b"\n`,
    `${actions}match for domain "*.example.org" action "a"\n<|match|> for domain "mx.example.org" action "b"\n`,
    `${actions}match for any rcpt-to "anna" action "a"\n<|match|> for any rcpt-to "anna@example.org" action "b"\n`,
    `${actions}match for domain regex "example" action "a"\n<|match|> for domain "mail.example.org" action "b"\n`,
    `${actions}match from any auth for any action "a"\n<|match|> from auth for any action "b"\n`,
    `${actions}match from auth for any action "a"\n<|match|> from auth "anna" for any action "b"\n`,
    // several that are for it together
    `${actions}match from auth for any action "a"\nmatch !from auth for any action "b"\n<|match|> from any for any reject\n`,
    `${actions}match from src "0.0.0.0/1" for any action "a"\nmatch from src "128.0.0.0/1" for any action "b"\n<|match|> from src "192.0.2.0/24" for any reject\n`,
    `${actions}match from any for domain "a.example" action "a"\nmatch from any for domain "b.example" action "a"\n<|match|> from any for domain { "a.example", "b.example" } action "b"\n`,
    // one that ends in a temporary failure
    `${actions}match tls from any for any action "a"\n<|match|> from any for any action "b"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent where something is left over", () => {
  test.each([
    `${actions}match from local for any action "a"\nmatch from any for any action "b"\n`,
    `${actions}match for domain "*.example.org" action "a"\nmatch for domain "example.org" action "b"\n`,
    `${actions}match for domain "*.example.org" action "a"\nmatch for domain regex "\\.example\\.org$" action "b"\n`,
    `${actions}match from src "0.0.0.0/1" for any action "a"\nmatch from src "128.0.0.0/2" for any action "b"\nmatch from src "0.0.0.0/0" for any reject\n`,
    `${actions}match from any for any mail-from "@example.org" action "a"\nmatch from any for any action "b"\n`,
    `${actions}match from src "192.0.2.1" for any action "a"\nmatch from local for any action "b"\n`,
    `${actions}match from any for domain "example.org" action "a"\nmatch for local action "b"\n`,
    `${actions}table t file:/etc/mail/t\nmatch from any for domain <t> action "a"\nmatch from any for domain "example.org" action "b"\n`,
    `listen on lo tag A\nlisten on em0\n${actions}match tag A from any for any action "a"\nmatch from any for any action "b"\n`,
    `${actions}match for any rcpt-to "anna+x@example.org" action "a"\nmatch for any rcpt-to "anna@example.org" action "b"\n`,
    // its conditions alone can never be met, which is for another rule to say
    `${actions}match from any for any action "a"\nmatch from any for domain "a.example" rcpt-to "@b.example" action "b"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("asks unknown tables the same thing twice", () => {
  expectMarked(
    code,
    `${actions}table t file:/etc/mail/t\nmatch from any for domain <t> action "a"\n<|match|> from local for domain <t> action "b"\n`,
  );
});

test("reads the files of tables where it may", () => {
  const text = (mark: string) =>
    `${actions}table t file:/t\nmatch from any for domain <t> action "a"\n${mark} from any for domain "example.org" action "b"\n`;
  expectMarked(code, text("<|match|>"), { files: { "/t": "example.net\nexample.org\n" } });
  expectSilent(code, text("match"), { files: { "/t": "example.net\n" } });
});

test("names the rule above, or the rules", () => {
  expectMessage(code, `${actions}match from any for any action "a"\nmatch for any action "b"\n`, {
    message: "This rule never decides: rule 1 above it takes all the mail that it is for.",
  });
  expectMessage(
    code,
    `${actions}match from auth for any action "a"\nmatch !from auth for any action "b"\nmatch from any for any reject\n`,
    {
      message: "This rule never decides: together, rules 1 and 2 above it take all the mail that it is for.",
    },
  );
});

test("points at the rule above", () => {
  expectRelated(code, `${actions}<|match|> from any for any action "a"\nmatch for any action "b"\n`);
});

test("suggests to delete the rule", () => {
  const first = `${actions}match from any for any action "a"\n`;
  expectFixed(code, `${first}match for any action "b"\n`, first);
});
