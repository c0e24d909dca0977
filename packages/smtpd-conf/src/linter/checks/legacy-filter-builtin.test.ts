import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "legacy-filter-builtin";

test("marks builtin, also where the name is a keyword", () => {
  expectMarked(code, 'filter f <|builtin|> connect rdns reject "550"\n');
  expectMarked(code, 'filter fcrdns <|builtin|> connect check-fcrdns reject "550"\n');
});

test("writes it as it is written today", () => {
  const conditions = {
    "mail-from <t>": "mail-from <t>",
    "!helo regex <t>": "!helo regex <t>",
    "check-src-table <t>": "src <t>",
    "! check-rdns-regex <t>": "! rdns regex <t>",
    "rdns <t>": "rdns <t>",
  };
  for (const [old, today] of Object.entries(conditions)) {
    expectFixed(code, `filter f builtin data ${old} reject x\n`, `filter f phase data match ${today} reject x\n`);
  }
  expectFixed(code, "filter data builtin data src <t> reject x\n", 'filter "data" phase data match src <t> reject x\n');
});

test("turns rdns and fcrdns round", () => {
  const conditions = { rdns: "!rdns", "check-fcrdns": "!fcrdns", "!fcrdns": "fcrdns", "! check-rdns": "rdns" };
  for (const [old, today] of Object.entries(conditions)) {
    expectFixed(code, `filter f builtin helo ${old} reject x\n`, `filter f phase helo match ${today} reject x\n`);
  }
});

test("has no fix for a phase that is gone", () => expectNoFix(code, 'filter f builtin quit src <t> reject "550"\n'));

test("marks filters without a name", () => {
  expectMarked(code, "filter <|smtp|> helo on p\n");
  expectMessage(code, "filter smtp helo on p\n", {
    message: "A filter has a name: this form is of a draft that no release had.",
    help: 'Write filter NAME proc p, and give "filter NAME" to the listeners.',
  });
  expectMessage(code, "filter smtp-in connect check-rdns reject x\n", {
    help: 'Write filter NAME phase connect match !rdns reject x, and give "filter NAME" to the listeners.',
  });
  expectMessage(code, "filter smtp connect check-table <t> reject x\n", {
    help: 'Write filter NAME phase connect match src <t> reject x, and give "filter NAME" to the listeners.',
  });
});

test("marks report", () => {
  expectMarked(code, "<|report|> smtp on p\n");
  expectMessage(code, "report smtp-in on p\n", {
    help: 'Write filter NAME proc p, and give "filter NAME" to the listeners.',
  });
});

test("is content with filters of today, and with such names", () =>
  expectSilent(code, 'filter "smtp" phase connect match rdns report "builtin"\nfilter builtin proc-exec x\n'));
