import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "mta-limit-zero-delay";
const rest = "action a relay\nmatch for any action a\n";

describe("reports", () => {
  test.each([
    `mta limit conn-delay-route 0 conn-delay-relay 0 <|reconn-delay-route 0|>\n${rest}`,
    `mta limit conn-delay-route 0\nmta limit reconn-delay-route 0 <|conn-delay-relay 0|> max-conn-per-host 9\n${rest}`,
    `mta limit conn-delay-route 0 conn-delay-relay 0\nmta limit for domain x <|reconn-delay-route 0|>\n${rest}`,
    `mta limit for domain x conn-delay-route 0 conn-delay-relay -1 <|reconn-delay-route 0|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `mta limit conn-delay-route 0 conn-delay-relay 0\n${rest}`,
    `mta limit conn-delay-route 0 conn-delay-relay 0 reconn-delay-route 0 conn-delay-route 1\n${rest}`,
    `mta limit for domain x reconn-delay-route 0\nmta limit conn-delay-route 0 conn-delay-relay 0\n${rest}`,
    `mta limit for domain x conn-delay-route 0 conn-delay-relay 0\nmta limit for domain y reconn-delay-route 0\n${rest}`,
    `mda limit max-session 5\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what smtpd does, and points at the other delays", () => {
  const text = `mta limit <|conn-delay-route 0|> <|conn-delay-relay 0|> reconn-delay-route 0\n${rest}`;
  expectRelated(code, text);
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: "With all three delays at 0, smtpd calls a server that refuses TLS again and again without a pause.",
    help: 'Leave "reconn-delay-route" at 1 second at least.',
  });
});
