import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "expand-only-without-map";

describe("reports", () => {
  test.each([
    "action a <|expand-only|>\n",
    "action a <|expand-only|> userbase { u = x } ttl 1d\n",
    'm = "expand-only"\naction a <|$m|>\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "action a expand-only alias { a = b }\n",
    "action a expand-only virtual { a = b }\n",
    "action a forward-only\n",
    "action a maildir\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says who is refused", () => {
  expectMessage(code, "action a expand-only\n", {
    message: 'Without "alias" or "virtual" every recipient is refused who has no ".forward" file.',
  });
});
