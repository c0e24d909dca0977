import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "backup-mx-no-recipient-check";
const start = "listen on 192.0.2.1\naction wait relay backup\naction out relay\n";

describe("reports", () => {
  test.each([
    `${start}match from any <|for domain d|> action wait\n`,
    `${start}match from any <|for domain { d, e }|> mail-from "@x" action wait\n`,
    `${start}match !from local <|for domain regex d|> !rcpt-to "x@d" action wait\n`,
    `${start.replace("backup", "backup mx m tls")}table t file:/t\nmatch from any <|for domain <t>|> action wait\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${start}match from any for domain d rcpt-to "x@d" action wait\n`,
    `${start}match from any for rcpt-to "x@d" action wait\n`,
    `${start}match for domain d action wait\n`,
    `${start}match from auth for domain d action wait\n`,
    `${start}match from src 192.0.2.0/24 for domain d action wait\n`,
    `${start}match from any for domain d action out\n`,
    `${start}match from any for domain d reject\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says who gets the bounces, and points at the backup", () => {
  const text = "action wait relay <|backup|>\nmatch from any for domain d action wait\n";
  expectRelated(code, text);
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message:
      "Mail for any user of these domains is accepted; for those who do not exist, bounces go to forged senders.",
    help: "List the users that exist in a table, and ask for them in this rule: rcpt-to <recipients>.",
  });
});
