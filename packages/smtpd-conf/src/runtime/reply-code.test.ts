import { describe, expect, test } from "vitest";
import { isRefusal, parseReply } from "./reply-code.ts";

describe("parseReply", () => {
  test.each([
    ["550 x", { code: 550, text: "x" }],
    ["421 4.7.0 Come back later", { code: 421, text: "4.7.0 Come back later" }],
    ["250 ok", { code: 250, text: "ok" }],
    ["550  ", { code: 550, text: " " }],
  ])("%j", (text, reply) => expect(parseReply(text)).toEqual(reply));

  test.each(["", "550", "550 ", "550x", "550-x", "55 x", "5xx no", "150 x", "650 x", " 550 x", "no"])(
    "not %j",
    (text) => expect(parseReply(text)).toBeUndefined(),
  );
});

describe("isRefusal", () => {
  test.each(["550 x", "450 x"])("%j", (text) => expect(isRefusal(text)).toBe(true));
  test.each(["250 x", "354 x", "550", "go away"])("not %j", (text) => expect(isRefusal(text)).toBe(false));
});
