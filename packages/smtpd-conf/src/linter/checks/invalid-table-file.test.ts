import { test } from "vitest";
import type { FileProblem } from "../machine.ts";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "invalid-table-file";

function having(problem: FileProblem) {
  return { machine: machineWith({ "/a": problem }) };
}

test("marks a table file with a key that has no value, and names the line", () => {
  const options = having({ reason: "entry", fault: { line: 7, reason: "value" } });
  expectMarked(code, 'table t <|"/a"|>\ntable u "/b"\n', options);
  const message = 'Line 7 of the table file "/a" is a key without a value, and smtpd refuses the whole table.';
  expectMessage(code, 'table t "/a"\n', { message }, options);
});

test("marks one with a bracket that is not closed", () => {
  const options = having({ reason: "entry", fault: { line: 1, reason: "bracket" } });
  expectMarked(code, "table t <|file:/a|>\n", options);
  const message =
    'Line 1 of the table file "/a" opens a bracket that it does not close, and smtpd refuses the whole table.';
  expectMessage(code, 'table t "/a"\n', { message }, options);
});

test("marks a database that is none", () => {
  const options = having({ reason: "content" });
  expectMarked(code, "table t <|db:/a|>\n", options);
  expectMessage(
    code,
    "table t db:/a\n",
    { message: 'The database "/a" is no hash database, which smtpd needs.' },
    options,
  );
});

test("has nothing to say of other files and problems, or without a machine", () => {
  expectSilent(code, 'pki m cert "/c" key "/a"\n', having({ reason: "content" }));
  expectSilent(code, 'table t "/a"\n', having({ reason: "missing" }));
  expectSilent(code, 'table t "/a"\n');
});
