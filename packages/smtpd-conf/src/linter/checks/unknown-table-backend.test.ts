import { test } from "vitest";
import type { Machine } from "../machine.ts";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "unknown-table-backend";

test("marks the word with the type", () => {
  expectMarked(code, "table t <|fiel:/x|>\n");
  expectMarked(code, 'table t <|"anna@example.org"|>\n');
});

test("is content with what smtpd has, and with what packages bring", () => {
  expectSilent(
    code,
    'table a file:/x\ntable b static\ntable c "/x"\ntable d getpwnam\ntable e db:/x\ntable f "proc:/x"\n',
  );
  expectSilent(code, "table a mysql:/x\ntable b ldap:/x\ntable c passwd:/x\n");
});

test("suggests a type that is nearly the same", () => {
  expectMessage(code, "table t fiel:/x\n", {
    message: 'There is no table type "fiel", nor a program "table-fiel" that smtpd would know of.',
    help: 'Did you mean "file"?',
  });
  expectFixed(code, "table t fiel:/x\n", "table t file:/x\n");
});

test("takes one value for a list without braces", () => {
  expectFixed(code, 'table t "anna@example.org"\n', "table t { anna@example.org }\n");
  expectFixed(code, 'table t "@example.org"\n', 'table t { "@example.org" }\n');
});

test("knows a path after nothing but a colon", () =>
  expectMessage(code, "table t :/x\n", {
    message: "The type of the table is missing before the colon.",
    help: "Write file:/x for a file.",
  }));

test("asks the machine for programs", () => {
  const machine = { hasTableProgram: (name: string) => name === "own" } as unknown as Machine;
  expectSilent(code, "table t own:/x\n", { machine });
  expectMarked(code, "table t <|mysql:/x|>\n", { machine });
  expectMessage(
    code,
    "table t mysql:/x\n",
    { message: 'There is no program "table-mysql" where smtpd would look for it.' },
    { machine },
  );
});

test("leaves a path that is not absolute, and a type that is too long, to others", () => {
  expectSilent(code, "table t fiel:x\n");
  expectSilent(code, `table t ${"x".repeat(3000)}\n`);
});
