import { expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { updateConfiguration } from "../parser/update-configuration.ts";
import { type TableAtUse, tablesAtUses } from "./table-at-use.ts";

const text = `table t { "a.example" }
match from src "192.0.2.1" for domain <t> reject
match for domain <t> reject
`;

function tablesIn(content: string): readonly TableAtUse[] {
  return tablesAtUses(buildModel(parseConfiguration({ path: "x", text: content })));
}

test("tells the first use of a table from those below", () => {
  expect(tablesIn(text).map(({ isFirstUse, askedBefore }) => [isFirstUse, askedBefore])).toEqual([
    [true, []],
    [true, []],
    [false, ["domain"]],
  ]);
});

test("tells whether a table is asked for something else", () => {
  const both = `${text}match from src <t> for local reject\n`;
  expect(tablesIn(text).map(({ isAskedForMore }) => isAskedForMore)).toEqual([false, false, false]);
  expect(tablesIn(both).map(({ isAskedForMore }) => isAskedForMore)).toEqual([false, true, true, true]);
});

test.each([
  ["a line of another kind", "limit mta inet4\n", [true, true, true]],
  ["a use further up", "match for domain <t> reject\n", [true, false, true]],
])("keeps what is the same behind %s", (_what, added, kept) => {
  const first = parseConfiguration({ path: "x", text });
  const before = tablesAtUses(buildModel(first));
  const start = text.indexOf("match");
  const changed = text.slice(0, start) + added + text.slice(start);
  const second = updateConfiguration(first, { path: "x", text: changed }, [{ start, end: start, text: added }]);
  const now = tablesAtUses(buildModel(second)).slice(-3);
  expect(now.map((table, index) => table === before[index])).toEqual(kept);
});
