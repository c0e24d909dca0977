import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "prefer-from-auth";

describe("reports", () => {
  test.each([
    "action r relay\nmatch <|auth|> from any for any action r\n",
    "action r relay\nmatch from any for any <|auth bob|> action r\n",
    "action r relay\nmatch from any <|auth regex { x, y }|> for any reject\n",
    "table t { x }\nmatch from any <|auth <t>|> for any reject\nnonsense\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "action r relay\nmatch from auth for any action r\n",
    "action r relay\nmatch auth for any action r\n",
    "action r relay\nmatch !auth from any for any action r\n",
    "action r relay\nmatch auth !from any for any action r\n",
    "action r relay\nmatch auth from local for any action r\n",
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
  expectRelated(code, "action r relay\nmatch auth <|from any|> for any action r\n");
});

test("writes it so", () => {
  expectFixed(
    code,
    "action r relay\nmatch auth bob from any for any action r\n",
    "action r relay\nmatch from auth bob for any action r\n",
  );
  expectFixed(
    code,
    "action r relay\nmatch from any for any auth action r\n",
    "action r relay\nmatch for any from auth action r\n",
  );
});

test("does not touch what a macro wrote", () => {
  expectNoFix(code, 'm = "from any"\naction r relay\nmatch auth $m for any action r\n');
  expectNoFix(code, 'm = "auth bob"\naction r relay\nmatch from any $m for any action r\n');
});
