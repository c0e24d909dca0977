import { expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["refactor.rewrite.quote", "refactor.rewrite.unquote"];

test.each<[what: string, marked: string]>([
  ["double quotes", 'action "ma|il" maildir\n'],
  ["single quotes", "action 'ma|il' maildir\n"],
])("takes %s away", (_, marked) => {
  expect(chosen(marked, "Take the quotes away", { only })).toBe("action mail maildir\n");
});

test("puts a word in quotes", () => {
  expect(chosen("action ma|il maildir\n", "Put the word in quotes", { only })).toBe('action "mail" maildir\n');
});

test.each<[what: string, marked: string]>([
  ["a reserved word needs its quotes", 'action "lo|cal" maildir\n'],
  ["blanks need quotes", 'action "my ma|il" maildir\n'],
  ["a number in quotes is no number", 'pki a cert "/a" dhe "12|3"\n'],
  ["a keyword is no word", "action x mail|dir\n"],
  ["what would become a part of its neighbour", 'action x maildir "ma|il"user y\n'],
])("nothing is offered: %s", (_, marked) => {
  expect(titlesAt(marked, { only })).toEqual([]);
});

test("nothing is offered to a cursor that passes by", () => {
  expect(titlesAt("action ma|il maildir\n", { only, triggerKind: 2 })).toEqual([]);
});
