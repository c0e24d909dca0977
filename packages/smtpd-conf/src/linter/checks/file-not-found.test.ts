import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import type { FileProblem } from "../machine.ts";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "file-not-found";
const missing: FileProblem = { reason: "missing" };

/** A machine without any of these files. */
function without(...paths: string[]) {
  return { machine: machineWith(Object.fromEntries(paths.map((path) => [path, missing]))) };
}

test("marks the file of a table", () => {
  expectMarked(code, 'table t <|"/a"|>\ntable u "/b"\n', without("/a"));
  expectMarked(code, "table t <|file:/a|>\n", without("/a"));
  expectMarked(code, "table t <|static:/a|>\n", without("/a"));
  expectMarked(code, "table t <|db:/a|>\n", without("/a"));
});

test("leaves to smtpd's programs what only they read", () => {
  expectSilent(code, 'table t sqlite:/a\ntable u "proc:/a"\ntable v getpwnam\n', without("/a"));
});

test("marks the files of a pki and a ca", () => {
  expectMarked(code, 'pki m cert <|"/c"|> key <|"/k"|>\nca x cert <|"/ca"|>\n', without("/c", "/k", "/ca"));
  expectMarked(code, 'pki m cert "/c"\npki m key <|"/k"|>\n', without("/k"));
});

test("of several with one name, only the last counts", () => {
  expectMarked(code, 'pki m cert "/a"\npki M cert <|"/b"|>\n', without("/a", "/b"));
  expectSilent(code, 'pki m cert "/a" cert "/c" key "/k"\nca x cert "/a"\nca x cert "/c"\n', without("/a"));
});

test("marks the macro that the path comes from", () =>
  expectMarked(code, `file = '"/a"'\ntable t <|$file|>\n`, without("/a")));

test("looks at nothing without a machine", () => expectSilent(code, 'table t "/a"\npki m cert "/a" key "/a"\n'));

test("leaves a file that is there, but not as it should be, to others", () => {
  const machine = machineWith({ "/a": { reason: "content" }, "/b": { reason: "owner", owner: 1 } });
  expectSilent(code, 'table t db:/a\npki m cert "/b" key "/a"\n', { machine });
});

test.each<[problem: FileProblem, words: string]>([
  [missing, "there is no such file"],
  [{ reason: "directory" }, "it is a directory"],
  [{ reason: "special" }, "it is no regular file"],
  [{ reason: "failed", detail: "too many symbolic links" }, "too many symbolic links"],
])("says what is wrong with the file: %j", (problem, words) => {
  const options = { machine: machineWith({ "/a": problem }) };
  expectMessage(code, 'table t "/a"\n', { message: `The table file "/a" cannot be read: ${words}.` }, options);
});

test("names what the file is for", () => {
  const text = 'table t db:/a\npki m cert "/b" key "/c"\nca x cert "/d"\n';
  const { diagnostics } = lint({ path: "smtpd.conf", text, ...without("/a", "/b", "/c", "/d") });
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  const nouns = found.map(({ message }) => message.split('"')[0]);
  expect(nouns).toEqual(["The database ", "The certificate ", "The key file ", "The CA file "]);
  expectMessage(code, text, { help: "Make it with makemap(8)." }, without("/a"));
});
