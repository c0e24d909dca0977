import { expect, test } from "vitest";
import { isAtLeast, isAvailable, newestRelease, oldestRelease, parseRelease, releases } from "./releases.ts";

test.each([
  ["6.4.0", "6.4.0"],
  ["6.4.1p2", "6.4.1"],
  ["6.4", "6.4.2"],
  ["6.6", "6.6.4"],
  ["6.6.2", "6.6.0"],
  ["6.6.3p1", "6.6.0"],
  ["6.6.4p1", "6.6.4"],
  ["6.7.0", "6.7.1"],
  ["6.8", "6.8.0"],
  ["6.8.0p2", "6.8.0"],
  ["7.3.0p0", "7.3"],
  ["7.9", "7.9"],
  ["7.9.0p0", "7.9"],
  ["OpenSMTPD 7.4.0p1", "7.4"],
  ["opensmtpd-7.5.0p0", "7.5"],
  [" 7.8.0p1\n", "7.8"],
])("%j is %s", (text, release) => expect(parseRelease(text)).toBe(release));

test.each(["6.5", "7.0", "7.1.0", "7.2", "5.9.2", "6.0.3p1", "8.0", "6.3", "7.10"])("there is no release %s", (text) =>
  expect(parseRelease(text)).toBeUndefined(),
);

test.each(["", "7", "newest", "v7.9", "7.9p", "7.9.0.1", "7.9 beta", "7,9", "-7.9", "6.8.0q2", "７.9"])(
  "%j is no release at all",
  (text) => expect(parseRelease(text)).toBeUndefined(),
);

test("every release is what its own name means", () => {
  for (const release of releases) expect(parseRelease(release)).toBe(release);
});

test("the list goes from the oldest to the newest", () => {
  expect([releases[0], releases.at(-1)]).toEqual([oldestRelease, newestRelease]);
  const numbers = releases.map((release) =>
    release.split(".").reduce((sum, part, index) => sum + Number(part) / 100 ** index, 0),
  );
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test("a construct is there from `since` up to `until`, both included", () => {
  const during = releases.filter((release) => isAvailable({ since: "6.6.4", until: "7.3" }, release));
  expect(during).toEqual(["6.6.4", "6.7.1", "6.8.0", "7.3"]);
  expect(releases.filter((release) => isAvailable({}, release))).toEqual(releases);
});

test("releases compare by age, not as texts", () => {
  expect(isAtLeast("7.3", "6.6.4")).toBe(true);
  expect(isAtLeast("6.6.0", "6.6.4")).toBe(false);
  expect(isAtLeast("6.6.4", "6.6.4")).toBe(true);
});
