import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "srs-short-key";

describe("reports", () => {
  test.each([
    "srs key <|puffy|>\n",
    'srs key <|"0123456789abcde"|>\n',
    'srs key <|""|>\n',
    'srs key "0123456789abcdef"\nsrs key backup <|old|>\n',
    "k = puffy\nsrs key <|$k|>\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'srs key "0123456789abcdef"\n',
    'srs key backup "long enough for a key"\n',
    "srs ttl 2d\n",
    'queue encryption "puffy"\n',
  ])("%j", (text) => expectSilent(code, text));
});

test("says how short it is, and not what it is", () => {
  expectMessage(code, "srs key puffy\n", {
    message: "With a length of 5 the key can be found out by trying, from the addresses that it signs.",
    help: "Take a long random one, such as `openssl rand -hex 16` prints.",
  });
});

test("characters: the least length", () => {
  expectSilent(code, "srs key puffy\n", { given: { characters: 5 } });
  const given = { characters: 32 };
  const message = "The key has a length of 16, and your settings ask for 32.";
  expectMessage(code, 'srs key "0123456789abcdef"\n', { message }, { given });
});
