import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "unexpected-end";

test("marks the place after the last word", () => {
  expectMarked(code, 'action "a"<||>\nmatch reject\n');
  expectMarked(code, "listen on<||>\n");
  expectMarked(code, "smtp limit max-rcpt<||> # how many?\n");
});

test("marks the newline in a list where none may stand", () => expectMarked(code, "table t { a =<|\n|>b }\n"));

test("marks the end of the last line where backslashes carry a statement on", () =>
  expectMarked(code, 'action \\\n"a"<||>\n'));

test("says what could follow", () => {
  expectMessage(code, "listen on\n", {
    message: 'The line ends after "on", and the statement is not complete.',
    help: 'Expected a string or "socket".',
  });
  expectMessage(code, "queue ttl\n", { help: "Expected a string (delay) such as 4d." });
  expectMessage(code, "table\n", { help: "Expected a name." });
  expectMessage(code, "mta max-deferred\n", { help: "Expected a number." });
});

test("leaves a rule without an end to missing-action, and an open list to unclosed-brace", () => {
  expectSilent(code, "match from any\n");
  expectSilent(code, "table t { a\n");
});

test("is content with what may be left out", () =>
  expectSilent(code, "queue encryption\nmatch auth reject\nlisten on lo auth-optional\naction a maildir\n"));
