import { expect, test } from "vitest";
import { regexNames } from "./regex-names.ts";

test.each([
  ["^example\\.org$", ["example.org"]],
  ["(^|\\.)example\\.org$", ["example.org"]],
  ["^(.*\\.)?example\\.(org|net)$", ["example.org", "example.net"]],
  ["^(one|two)\\.example$", ["one.example", "two.example"]],
  ["^[^@]+@mx[12]\\.example\\.org$", ["mx1.example.org", "mx2.example.org", "example.org"]],
  ["^mx[0-9]+\\.example\\.org$", ["example.org"]],
  [".*example\\.org$", ["example.org"]],
  ["foo|\\.example\\.org$", ["example.org"]],
  ["example\\.org.*", ["example.org"]],
  ["example.org", ["example.org"]],
  ["\\.com$", []],
  ["^[a-z]+\\.[a-z]+$", []],
  ["(", []],
])("%s spells out %j", (pattern, names) => {
  expect(regexNames(pattern)).toEqual(names);
});
