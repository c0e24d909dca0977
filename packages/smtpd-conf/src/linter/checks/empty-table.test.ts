import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "empty-table";

test("marks the empty braces of a table", () => {
  expectMarked(code, "table a <|{ }|>\n");
  expectMarked(code, "table a <|{}|> # nothing\n");
});

test("marks them over several lines", () => expectMarked(code, "table a <|{\n  # nothing yet\n\n}|>\n"));

test("marks them where a table or filters are expected", () => {
  expectMarked(code, "match for domain <|{ }|> reject\n");
  expectMarked(code, "filter f chain <|{ }|>\n");
  expectMarked(code, "listen on lo filter <|{ }|>\n");
});

test("goes before the newline that older releases refuse too", () =>
  expectMarked(code, "table a <|{\n}|>\n", { target: "7.4" }));

test("has nothing to say of a comma alone, or of an empty string", () => {
  expectSilent(code, "table a { , }\n");
  expectSilent(code, 'table a { "" }\n');
});

test("names a file for a table, and leaves a filter out", () => {
  const message = "The braces are empty, and smtpd expects at least one entry.";
  const help = "For a table that is filled later name a file: table blocked file:/etc/mail/blocked.";
  expectMessage(code, "table blocked { }\n", { message, help });
  expectMessage(code, "listen on lo filter { }\n", { help: 'Name a filter in them, or leave "filter" out.' });
  expectMessage(code, "match for domain { } reject\n", { help: "Put an entry into them." });
});
