import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "unused-credentials-label";
const rule = "match for any action a\n";

describe("reports", () => {
  test.each([
    `table s { lbl = "u:p", <|other|> = "u:p" }\naction a relay host smtps://LBL@h auth <s>\n${rule}`,
    `action a relay host smtps://h auth { <|lbl|> = "u:p" }\n${rule}`,
    `table s { x = "u:p", <|y|> = "u:p" }\ntable d { z = smtps://x@h }\naction a relay domain <d> auth <s>\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));

  test("in a file", () => {
    const files = { "/s": "lbl: u:p\n\n<|other|>: u:p\n" };
    expectMarked(code, `table s "/s"\naction a relay host smtps://lbl@h auth <s>\n${rule}`, { files });
  });
});

describe("is silent about", () => {
  const s = 'table s { x = "u:p", y = "u:p" }\n';
  test.each([
    `${s}action a relay host smtps://x@h auth <s>\naction b relay host smtps://y@h auth <s>\n${rule}match action b\n`,
    `${s}table h db:/h\naction a relay host <h> auth <s>\n${rule}`,
    `${s}action a relay host smtps://x@h auth <s>\nmatch auth <s> for any action a\n`,
    `${s}action a mbox\n${rule}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("names the label", () => {
  expectMessage(code, `action a relay host smtps://h auth { lbl = "u:p" }\n${rule}`, {
    message: 'No relay URL has the label "lbl".',
  });
});
