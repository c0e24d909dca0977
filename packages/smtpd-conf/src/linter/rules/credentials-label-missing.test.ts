import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "credentials-label-missing";
const rule = "match for any action a\n";
const secrets = 'table s { lbl = "u:p" }\n';

describe("reports", () => {
  test.each([
    `${secrets}action a relay host smtps://<|other|>@h auth <s>\n${rule}`,
    `${secrets}action a relay host "smtp+tls://<|other|>@h:587" auth <s>\n${rule}`,
    `action a relay host smtps://<|other|>@h auth { lbl = "u:p" }\n${rule}`,
    `${secrets}table h { smtps://<|a|>@h, smtps://lbl@h, smtps://<|b|>@h }\naction a relay host <h> auth <s>\n${rule}`,
    `${secrets}table d { x = smtps://<|a|>@h, y = smtps://lbl@h }\naction a relay domain <d> auth <s>\n${rule}`,
    `h = smtps://other@h\n${secrets}action a relay host <|$h|> auth <s>\n${rule}`,
    `${secrets}action a relay host smtps://<|u:p|>@h auth <s>\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));

  test("where the table is a file", () => {
    const text = `table s "/s"\naction a relay host smtps://<|other|>@h auth <s>\n${rule}`;
    expectMarked(code, text, { files: { "/s": "lbl: u:p\n" } });
    expectMarked(code, text, { files: { "/s": "" } });
  });

  test("where the URLs are in a file", () => {
    const files = { "/h": "# @list\nsmtps://lbl@h\nsmtps://<|other|>@h\n" };
    expectMarked(code, `${secrets}table h "/h"\naction a relay host <h> auth <s>\n${rule}`, { files });
  });
});

describe("is silent about", () => {
  test.each([
    `${secrets}action a relay host smtps://lbl@h auth <s>\n${rule}`,
    `${secrets}action a relay host smtps://LBL@h auth <s>\n${rule}`,
    `${secrets}action a relay host smtps://h auth <s>\n${rule}`,
    `${secrets}action a relay host smtp://other@h auth <s>\n${rule}`,
    `action a relay host smtps://other@h\n${rule}`,
    `table s "/missing"\naction a relay host smtps://other@h auth <s>\n${rule}`,
    `table s db:/s.db\naction a relay host smtps://other@h auth <s>\n${rule}`,
    `${secrets}table h sqlite:/h\naction a relay host <h> auth <s>\n${rule}`,
  ])("%j", (text) => expectSilent(code, text, { files: {} }));
});

test("names the table and what may be meant", () => {
  expectMessage(code, `${secrets}action a relay host smtps://lbll@h auth <s>\n${rule}`, {
    message: 'The table "s" has no label "lbll", so that mail for this server waits until it expires.',
    help: 'Did you mean "lbl"?',
  });
  expectMessage(code, `action a relay host smtps://other@h auth { lbl = "u:p" }\n${rule}`, {
    message:
      'The credentials of this action have no label "other", so that mail for this server waits until it expires.',
    help: "Add an entry for it: other user:password",
  });
});

test("shows the table", () => {
  expectRelated(code, `table <|s|> { lbl = "u:p" }\naction a relay host smtps://other@h auth <s>\n${rule}`);
});
