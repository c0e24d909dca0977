import { describe, test } from "vitest";
import type { CertificateFacts, Machine } from "../machine.ts";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "certificate-expired";
const text = "pki p cert /c key /k\n".replaceAll(/(\/\w)/g, '"$1"');

/** A machine where certificates began and end so many days from now. */
function withDates(certificates: Readonly<Record<string, readonly [start: number, end: number]>>): {
  machine: Machine;
} {
  const certificate = (path: string): CertificateFacts | undefined => {
    const [daysUntilStart, daysUntilEnd] = certificates[path] ?? [];
    return daysUntilStart === undefined || daysUntilEnd === undefined ? undefined : { daysUntilStart, daysUntilEnd };
  };
  return { machine: machineWith({}, { certificate }) };
}

describe("reports", () => {
  test.each([
    [-100, -10],
    [-100, -1],
    [-100, 0],
    [-100, 13],
    [3, 93],
    [0, 90],
    [-40, 5],
    [-6, 0],
  ])("one that began %i days from now and ends %i days from now", (start, end) => {
    expectMarked(code, 'pki p cert <|"/c"|> key "/k"\n', withDates({ "/c": [start, end] }));
  });

  test("the one that counts", () => {
    const dates = withDates({ "/old": [-100, -10], "/new": [-10, 80] });
    expectMarked(code, 'pki p cert "/new" cert <|"/old"|> key "/k"\n', dates);
    expectSilent(code, 'pki p cert "/old" key "/k"\npki P cert "/new"\n', dates);
  });
});

describe("is silent about", () => {
  test.each([
    [-76, 14],
    [-1, 89],
    [-3, 3],
    [-35, 10],
  ])("one that began %i days from now and ends %i days from now", (start, end) => {
    expectSilent(code, text, withDates({ "/c": [start, end] }));
  });

  test("what cannot be read, and certificates of authorities", () => {
    expectSilent(code, text, withDates({ "/k": [-100, -10] }));
    expectSilent(code, 'ca c cert "/c"\n', withDates({ "/c": [-100, -10] }));
    expectSilent(code, text, { machine: machineWith({}) });
    expectSilent(code, text);
  });
});

test.each([
  [-100, -10, 'The certificate "/c" expired 9 days ago, and clients that check it will not send.'],
  [-100, -2, 'The certificate "/c" expired a day ago, and clients that check it will not send.'],
  [-100, -1, 'The certificate "/c" expired less than a day ago, and clients that check it will not send.'],
  [-100, 0, 'The certificate "/c" expires in less than a day.'],
  [-100, 1, 'The certificate "/c" expires in a day.'],
  [-100, 9, 'The certificate "/c" expires in 9 days.'],
  [3, 93, 'The certificate "/c" does not count yet: clients that check it will not send.'],
])("from %i to %i it says %j", (start, end, message) => {
  expectMessage(code, text, { message }, withDates({ "/c": [start, end] }));
});

describe("days: how long before its end a certificate should be renewed", () => {
  test.each([
    [-300, 29, 30, true],
    [-300, 30, 30, false],
    [-80, 10, 5, false],
    [-80, 4, 5, true],
    // Of a short life, a sixth at most.
    [-30, 10, 30, false],
    [-30, 5, 30, true],
    [-300, 0, 0, false],
    [-300, -1, 0, true],
  ])("from %i to %i with %i", (start, end, days, isReported) => {
    const options = { ...withDates({ "/c": [start, end] }), given: { days } };
    if (isReported) expectMarked(code, 'pki p cert <|"/c"|> key "/k"\n', options);
    else expectSilent(code, text, options);
  });
});
