import { expect, test } from "vitest";
import { lint } from "./lint.ts";
import { saySame } from "./say-same.ts";

const found = lint({
  path: "smtpd.conf",
  text: "action a mbox\naction a mbox\nmatch for local action b\n",
}).diagnostics;

test("the same findings say the same, whatever objects they are", () => {
  const copies = found.map((finding) => ({
    ...finding,
    span: { ...finding.span },
    related: finding.related.map((place) => ({ ...place, span: { ...place.span } })),
    fixes: [],
  }));
  expect(saySame(found, copies)).toBe(true);
});

test("others do not", () => {
  const [first, ...others] = found;
  if (first === undefined) expect.unreachable("nothing was found");
  expect(saySame(found, others)).toBe(false);
  expect(saySame(found, [{ ...first, message: "Other words." }, ...others])).toBe(false);
  expect(saySame(found, [{ ...first, span: { ...first.span, end: first.span.end + 1 } }, ...others])).toBe(false);
  expect(saySame(found, [{ ...first, related: [] }, ...others])).toBe(first.related.length === 0);
});
