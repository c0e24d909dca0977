import { test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "duplicate-definition";

test("marks the second table, action, filter, proc and mda wrapper", () => {
  expectMarked(code, "table a { b }\ntable <|a|> { c = d }\n");
  expectMarked(code, 'action "in" mbox\naction <|in|> maildir\n');
  expectMarked(code, 'filter f phase connect match fcrdns junk\nfilter <|f|> proc-exec "x"\n');
  expectMarked(code, 'proc p "x"\nproc <|p|> "y"\n');
  expectMarked(code, 'mda wrapper w "x"\nmda wrapper <|"w"|> "y"\n');
});

test("marks all but the first", () => expectMarked(code, "table a { b }\ntable <|a|> { b }\ntable <|a|> { b }\n"));

test("tells upper from lower case, and one kind of thing from another", () => {
  expectSilent(code, "table a { b }\ntable A { b }\n");
  expectSilent(code, 'table a { b }\naction a mbox\nmda wrapper a "x"\nproc a "y"\n');
});

test("knows that proc-exec makes a proc, and replaces an earlier one", () => {
  expectMarked(code, 'filter f proc-exec "x"\nproc <|f|> "y"\n');
  expectSilent(code, 'proc f "y"\nfilter f proc-exec "x"\n');
});

test("knows the tables of smtpd itself", () => {
  expectMarked(code, 'table <|"<localhost>"|> { "127.0.0.1" }\n');
  expectMessage(code, 'table "<getpwnam>" "/etc/passwd"\n', {
    message: 'smtpd has a table "<getpwnam>" of its own, and refuses another one.',
  });
  expectSilent(code, 'table "<mine>" { a }\n');
});

test("has nothing to say where a definition is broken anyway", () =>
  expectSilent(code, "table a { b, c = d }\ntable a { b }\n"));

test("points at the first definition, also in an included file", () => {
  expectRelated(code, 'action <|"in"|> mbox\naction "in" maildir\n');
  expectMarked(code, 'include "more.conf"\naction <|"in"|> mbox\n', { files: { "more.conf": 'action "in" mbox\n' } });
});

test("uses the words of smtpd.conf", () => {
  const message = (thing: string) => ({ message: `There is already ${thing} "a", and smtpd refuses a second one.` });
  expectMessage(code, "action a mbox\naction a mbox\n", message("an action"));
  expectMessage(code, 'mda wrapper a "x"\nmda wrapper a "x"\n', message("an mda wrapper"));
});
