import { expect, test } from "vitest";
import { readTcpServices, tcpServicesIn } from "./services.ts";

test.each([
  ["smtp\t25/tcp\tmail\n", ["smtp", "mail"]],
  ["  submission 587/tcp # RFC 6409\n", ["submission"]],
  ["submissions 465/tcp ssmtp smtps urd# comment alias\n", ["submissions", "ssmtp", "smtps", "urd"]],
  ["tftp 69/udp\n", []],
  ["x 1/TCP\ny 2 /tcp\nz tcp\n# a 3/tcp\nb -4/tcp\n", []],
  ["last 9/tcp", ["last"]],
])("the services of %j are %j", (text, names) => expect([...tcpServicesIn(text)]).toEqual(names));

test("no file, no answer", () => {
  expect(readTcpServices(undefined)).toBeUndefined();
  expect(readTcpServices("/nowhere/services")).toBeUndefined();
});
