import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "match-can-be-shorter";

describe("reports", () => {
  test.each([
    "action r relay\nmatch <|auth|> from any for any action r\n",
    "action r relay\nmatch from any for any <|auth bob|> action r\n",
    "action r relay\nmatch from any for any <|!auth|> action r\n",
    "action r relay\nmatch from any <|auth regex { x, y }|> for any reject\n",
    "table t { x }\nmatch from any <|auth <t>|> for any reject\nnonsense\n",
    'match from any <|mail-from "@example.org"|> for local reject\n',
    "match from any <|auth|> mail-from bob for local reject\n",
    "match from any <|auth|> for any <|rcpt-to bob|> reject\n",
    "table t { x = y }\nmatch from any <|mail-from <t>|> for any <|!rcpt-to <t>|> reject\n",
    "table t { x = y }\nmatch from any auth <t> <|mail-from x|> for local reject\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "action r relay\nmatch from auth for any action r\n",
    "action r relay\nmatch auth for any action r\n",
    "action r relay\nmatch auth !from any for any action r\n",
    "action r relay\nmatch auth from local for any action r\n",
    "match from any for local rcpt-to bob reject\n",
    "match from any !for any rcpt-to bob reject\n",
    "match from any for any helo x tag y reject\n",
    "table t { x = y }\naction r relay\nmatch auth <t> from any for any action r\n",
    "action r relay\nmatch auth { x = y } from any for any action r\n",
    'table t "/t"\naction r relay\nmatch auth <t> from any for any action r\n',
  ])("%j", (text) => expectSilent(code, text));

  test("6.6, which has no from auth", () => {
    expectSilent(code, "action r relay\nmatch auth from any for any action r\n", { target: "6.6.4" });
  });
});

test("shows what is not needed then", () => {
  expectMessage(code, "action r relay\nmatch auth from any for any action r\n", {
    message: "from auth means the same as this auth together with from any.",
    help: "Write from auth, and leave out from any.",
  });
  expectMessage(code, "match for any rcpt-to bob reject\n", {
    message: "for rcpt-to means the same as this rcpt-to together with for any.",
  });
  expectRelated(code, "action r relay\nmatch auth <|from any|> for any action r\n");
});

describe("writes it so", () => {
  test.each([
    ["match auth bob from any for any reject\n", "match from auth bob for any reject\n"],
    ["match from any for any auth reject\n", "match for any from auth reject\n"],
    ["match from any for any ! auth reject\n", "match for any ! from auth reject\n"],
    ["match from any \\\n\tmail-from x for local reject\n", "match \\\n\tfrom mail-from x for local reject\n"],
    ['match for any !rcpt-to <"t"> reject\n', 'match !for rcpt-to <"t"> reject\n'],
  ])("%j", (text, fixed) => {
    expectFixed(code, `table t { x }\n${text}`, `table t { x }\n${fixed}`);
  });
});

test("does not touch what a macro wrote", () => {
  expectNoFix(code, 'm = "from any"\naction r relay\nmatch auth $m for any action r\n');
  expectNoFix(code, 'm = "auth bob"\naction r relay\nmatch from any $m for any action r\n');
});
