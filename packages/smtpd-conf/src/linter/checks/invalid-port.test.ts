import { test } from "vitest";
import type { Machine } from "../machine.ts";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-port";

test("marks a number that is no port", () => {
  expectMarked(code, "listen on lo port <|0|>\n");
  expectMarked(code, "listen on lo port <|65536|>\n");
  expectMarked(code, "listen on lo port <|-25|>\n");
});

test("is content with 1 and 65535, and with zeros before", () => {
  expectSilent(code, "listen on lo port 1\nlisten on lo port 65535\nlisten on lo port 0025\n");
});

test("marks a name that no service has", () => {
  expectMarked(code, "listen on lo port <|submision|>\n");
  expectMarked(code, "listen on lo port <|SMTP|>\n");
  expectMarked(code, 'listen on lo port <|""|>\nlisten on lo port <|25-26|>\n');
});

test("is content with the names of services, quoted or not", () => {
  expectSilent(code, 'listen on lo port smtp\nlisten on lo port "smtps"\nlisten on lo port submission\n');
});

test("guesses the name", () => {
  expectMessage(code, "listen on lo port submision\n", {
    message: 'There is no TCP service "submision".',
    help: 'Did you mean "submission" or "submissions"?',
  });
  expectFixed(code, "listen on lo port SMTP\n", "listen on lo port smtp\n");
  expectNoFix(code, "listen on lo port unheard-of\n");
});

test("takes the quotes off a number", () => {
  expectFixed(code, 'listen on lo port "25" tag A\n', "listen on lo port 25 tag A\n");
  expectMarked(code, "p = \"'25'\"\nlisten on lo port <|$p|>\n");
  expectNoFix(code, "p = \"'25'\"\nlisten on lo port $p\n");
  expectSilent(code, 'p = "25"\nlisten on lo port $p\n');
});

test("puts a blank behind a number that a comment touches", () => {
  expectMarked(code, "listen on lo port <|25|>#mx\n");
  expectFixed(code, "listen on lo port 25#mx\n", "listen on lo port 25 #mx\n");
  expectMessage(code, "listen on lo port 25#mx\n", {
    message: 'What follows "25" without a blank makes it a word, and there is no service of that name.',
  });
});

test("knows lists of ports, which smtpd does not take", () => {
  expectMarked(code, "listen on lo port <|{|> 25, 587 }\n");
  expectMarked(code, "listen on lo port 25<|,|> 587\n");
  expectMessage(code, "listen on lo port { 25, 587 }\n", {
    message: "A listener has one port, and smtpd takes no list of them.",
    help: "Write one listen statement for each port.",
  });
});

test("asks the machine where there is one", () => {
  const machine: Machine = {
    resolves: () => undefined,
    hasService: (name) => (name === "elsewhere" ? undefined : name === "ours"),
    hasTableProgram: () => undefined,
    fileProblem: () => undefined,
  };
  expectMarked(code, "listen on lo port ours\nlisten on lo port <|smtp|>\nlisten on lo port <|elsewhere|>\n", {
    machine,
  });
});
