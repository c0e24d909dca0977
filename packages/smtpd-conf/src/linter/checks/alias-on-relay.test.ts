import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "alias-on-relay";

test("marks alias, virtual, userbase, user and wrapper on a relay", () => {
  expectMarked(code, 'action "out" relay <|alias|> <aliases>\n');
  expectMarked(code, 'action "out" relay <|virtual|> { "a@example.org" = "b@example.net" }\n');
  expectMarked(code, 'action "out" relay <|userbase|> <users>\n');
  expectMarked(code, 'action "out" relay <|user|> vmail\n');
  expectMarked(code, 'action "out" relay <|wrapper|> lowercase\n');
});

test("marks the word behind other options of the relay", () =>
  expectMarked(code, 'action "out" relay host "smtp://mail.example.org" tls <|alias|> <aliases>\n'));

test("marks the macro that the word comes from", () =>
  expectMarked(code, 'what = "alias"\naction "out" relay <|$what|> <aliases>\n'));

test("knows the local deliveries, which take these options", () =>
  expectSilent(code, 'table aliases { root = anna }\naction "in" maildir alias <aliases>\n'));

test("leaves a quoted word to others", () => expectSilent(code, 'action "out" relay "alias" <aliases>\n'));

test("sends aliases through an action that expands them", () =>
  expectMessage(code, 'action "out" relay alias <aliases>\n', {
    message: '"alias" belongs to local deliveries, and a relay does not take it.',
    help: "Expand the addresses first, in an action NAME expand-only alias <table>: smtpd matches the results again.",
  }));

test("has a user removed", () =>
  expectMessage(code, 'action "out" relay user vmail\n', {
    help: "A relay runs no command, so it runs as no user: remove it.",
  }));
