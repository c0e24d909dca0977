import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "relay-filter-without-effect";
const filters = `filter named phase connect match !rdns junk
filter froms phase mail-from match mail-from x junk
filter scan proc-exec scanner
filter both chain { named, froms }
filter mixed chain { named, scan }
`;

describe("reports", () => {
  test.each([
    "filter <|named|>",
    "filter { scan, <|froms|> }",
    "filter <|both|>",
    "host h filter { <|named|>, <|froms|> }",
  ])("relay %s", (options) => expectMarked(code, `${filters}action a relay ${options}\nmatch for any action a\n`));
});

describe("is silent about", () => {
  test.each(["filter scan", "filter mixed", "helo named", "tls"])("relay %s", (options) =>
    expectSilent(code, `${filters}action a relay ${options}\nmatch for any action a\n`),
  );

  test("a listener", () =>
    expectSilent(code, `${filters}listen on lo filter named\naction a relay\nmatch for any action a\n`));
});

test("says where it belongs", () =>
  expectMessage(code, `${filters}action a relay filter named\nmatch for any action a\n`, {
    message: 'smtpd asks no builtin filter about the mail that it sends: "named" has no effect here.',
    help: "Name it on the listeners where the mail comes in; a relay only reports to filter programs.",
  }));
