import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "forward-without-rule";
const start = "action out relay\naction in maildir";

describe("reports", () => {
  test.each([
    `${start} virtual { "x@d" = <|"y@e"|> }\nmatch from any for domain d action in\n`,
    `${start} alias { x = <|"alice, y@e, z@d"|> }\nmatch from any for domain d action in\n`,
    `${start} virtual { "x@d" = <|"y@e"|> }\nmatch from any for domain d action in\nmatch from src 192.0.2.1 for any action out\n`,
    `${start} virtual { "x@d" = <|"y@e"|> }\nmatch from any for domain d action in\nmatch from socket for any action out\n`,
    `table t { a = <|"y@e"|> }\n${start} alias <t>\naction b mbox alias <t>\nmatch from any for domain d action in\n`,
  ])("%j", (text) => expectMarked(code, text));

  test("targets in the file of a table", () => {
    const text = `table v file:/v\n${start} virtual <v>\nmatch from any for domain d action in\n`;
    expectMarked(code, text, { files: { "/v": "x@d <|y@e|>\nz@d alice\n" } });
  });

  test("what is not for this machine, where its name is known", () => {
    const facts = { hostname: "mail.d", addresses: ["192.0.2.1"] };
    const text = `${start} alias { x = <|"y@e"|>, z = "y@mail.d" }\nmatch for local action in\n`;
    expectMarked(code, text, { machine: machineWith({}, { facts }) });
    expectSilent(code, text.replaceAll(/<\||\|>/g, ""));
  });
});

describe("is silent about", () => {
  test.each([
    `${start} virtual { "x@d" = "y@e" }\nmatch from any for domain d action in\nmatch from local for any action out\n`,
    `${start} virtual { "x@d" = "y@e" }\nmatch from any for domain d action in\nmatch from any for domain e action out\n`,
    `${start} virtual { "x@d" = "y@e" }\nmatch from any for domain d action in\nmatch from auth for any action out\n`,
    `${start} virtual { "x@d" = "y@e" }\nmatch from any for domain d action in\nmatch tag x from any for any action out\n`,
    `${start} virtual { "x@d" = "y@d" }\nmatch from any for domain d action in\n`,
    `${start} virtual { "x@d" = y }\nmatch from any for domain d action in\n`,
    `table t file:/t\n${start} virtual { "x@d" = "y@e" }\nmatch from any for domain <t> action in\n`,
    `table v file:/v\n${start} virtual <v>\nmatch from any for domain d action in\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what is refused", () => {
  expectMessage(code, `${start} virtual { "x@d" = "alice, y@e" }\nmatch from any for domain d action in\n`, {
    message: 'No rule takes mail from this machine to "y@e", so smtpd refuses all mail for "x@d".',
    help: 'What an alias leads to is matched again as mail from local: add match from local for any action "outbound".',
  });
});
