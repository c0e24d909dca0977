import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "relay-label-without-auth";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host smtps://<|l|>@mail.example.org\n${rest}`,
    `action a relay host { "smtp+tls://<|l|>@a.example", smtps://b.example } helo x.example\n${rest}`,
    `action a relay domain { x.example = "smtps://<|l|>@a.example" }\n${rest}`,
    `u = "smtps://l@mail.example.org"\naction a relay host <|$u|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("in the file of a table", () =>
    expectMarked(code, `table h file:/h\naction a relay host <h>\n${rest}`, {
      files: { "/h": "# @list\nsmtps://<|l|>@a.example\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtps://l@mail.example.org auth { l = "a:b" }\n${rest}`,
    `action a relay host smtps://mail.example.org\n${rest}`,
    `action a relay host smtp://l@mail.example.org\n${rest}`,
    `action a relay host smtps://anna:secret@mail.example.org\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what is missing", () =>
  expectMessage(code, `action a relay host smtps://office@mail\n${rest}`, {
    message:
      'The label "office" asks for a login and the action has no "auth", so mail for this host waits until it expires.',
    help: 'Write auth <TABLE> behind "host", with an entry "office" that holds "user:password"; or leave the label out.',
  }));
