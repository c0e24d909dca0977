import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "no-rules";

test("marks the end of the last line that has something on it", () => {
  expectMarked(code, 'action "local" maildir<||>\n\n');
  expectMarked(code, "# nothing yet<||>\n");
  expectMarked(code, "<||>");
});

test("is content with any rule, also in an included file", () => {
  expectSilent(code, "match reject\n");
  expectSilent(code, 'include "rules.conf"\n', { files: { "rules.conf": "match reject\n" } });
});

test("has nothing to say where smtpd refuses something else", () => expectSilent(code, "queue ttl 1w\n"));

test("finds the rule that a comment hides", () => {
  const text = 'action "a" mbox\n# was: reject \\\nmatch for any action "a"\n';
  expectMessage(code, text, {
    help: "A comment that ends in a backslash goes on over the next line, and one of them hides a rule.",
  });
  expectRelated(code, text.replace("\\", "<|\\|>"));
  expectFixed(code, text, 'action "a" mbox\n# was: reject \nmatch for any action "a"\n');
});

test("finds the NUL byte that hides the rest", () => {
  expectMessage(code, "queue compression\n\0match reject\n", {
    help: "smtpd reads nothing after a NUL byte, and there is one above.",
  });
  expectRelated(code, "queue compression\n<|\0|>match reject\n");
});
