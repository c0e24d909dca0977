import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "late-mta-limit";
const rest = "action a relay\nmatch for any action a\n";

describe("reports", () => {
  test.each([
    `mta limit for domain x conn-delay-host 9\nmta limit <|max-conn-per-host|> 2\n${rest}`,
    `mta limit for domain x conn-delay-host 9\nmta limit <|max-conn-per-host|> 2 <|task-hiwat|> 99\n${rest}`,
    `mta limit max-conn-per-host 1\nmta limit for domain x inet4\nmta limit <|max-conn-per-host|> 2\n${rest}`,
    `mta limit for domain x task-hiwat 1\nmta limit for domain y inet4\nmta limit <|task-hiwat|> 2\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `mta limit max-conn-per-host 2\nmta limit for domain x conn-delay-host 9\n${rest}`,
    `mta limit for domain x max-conn-per-host 9\nmta limit max-conn-per-host 2\n${rest}`,
    `mta limit for domain x conn-delay-host 9\nmda limit max-session 2\n${rest}`,
    `mta limit for domain x conn-delay-host 9\nmta limit inet4\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says which domain, and points at it", () => {
  const text = `mta limit for domain <|x|> conn-delay-host 9\nmta limit max-conn-per-host 2\n${rest}`;
  expectRelated(code, text);
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: '"max-conn-per-host" comes too late for the domain "x", which keeps the value from above.',
    help: "Move this line above the limits of single domains.",
  });
});
