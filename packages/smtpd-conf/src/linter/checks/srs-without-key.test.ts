import { test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "srs-without-key";

test("marks srs in every action above the key", () =>
  expectMarked(code, "action a relay <|srs|>\naction b relay host x <|srs|> tls\nsrs key k\naction c relay srs\n"));

test("takes no backup key for one", () => expectMarked(code, "srs key backup k\naction a relay <|srs|>\n"));

test("is content with a key in an included file", () =>
  expectSilent(code, 'include "keys.conf"\naction a relay srs\n', { files: { "keys.conf": "srs key k\n" } }));

test("has nothing to say where the key itself is wrong", () => expectSilent(code, "srs key 5\naction a relay srs\n"));

test("points at a key that comes too late", () => {
  expectRelated(code, "action a relay srs\n<|srs key k|>\n");
  expectMessage(code, "action a relay srs\nsrs key k\n", { help: "Move the key above this action." });
});
