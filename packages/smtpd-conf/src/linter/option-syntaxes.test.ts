import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isIpv6 } from "../model/ip-address.ts";
import { parseNetwork } from "../runtime/network.ts";
import { type OptionSyntax, optionSyntaxes } from "./option-syntaxes.ts";

function takes({ pattern }: OptionSyntax, text: string): boolean {
  return new RegExp(pattern, "u").test(text);
}

test.each(Object.entries(optionSyntaxes))("the example of %s is one", (_, syntax) => {
  expect(takes(syntax, syntax.example)).toBe(true);
});

describe("a network", () => {
  const { network } = optionSyntaxes;

  test.each(["10.0.0.0/8", "192.0.2.1", "0.0.0.0/0", "::", "::/0", "2001:db8::/32", "::1", "1:2:3:4:5:6:7:8/128"])(
    "can be %s",
    (text) => expect(takes(network, text)).toBe(true),
  );

  test.each(["10", "10.0.0", "256.0.0.1", "10.0.0.0/33", "10.0.0.0/", "::/129", "1::2::3", "1:2:3", "example.org", ""])(
    "cannot be %j",
    (text) => expect(takes(network, text)).toBe(false),
  );

  test("is one that smtpd reads", () => {
    const part = fc.constantFrom("1", "ab", "::", ":", "ffff", "0", "g", "12345");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
        const text = parts.join("");
        expect(takes(network, text)).toBe(isIpv6(text));
        if (takes(network, text)) expect(parseNetwork(text)).toBeDefined();
      }),
      { numRuns: 5000 },
    );
  });
});

test.each([
  ["example.org", true],
  ["*.example.org", true],
  ["mailhub", true],
  ["192.0.2.0/24", true],
  ["*example.org", false],
  ["a..b", false],
  ["-a.example", false],
  ["mail.example.org:25", false],
])("a host %j: %j", (text, isOne) => expect(takes(optionSyntaxes.host, text)).toBe(isOne));
