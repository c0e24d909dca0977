import { isIpv4, isIpv6 } from "../model/ip-address.ts";

const longestDomain = 255;

/**
 * Whether smtpd takes a text as the part of an address behind the `@`, and as the host of a relay URL
 * (`valid_domainpart()` in util.c): a host name without a final dot, or an IP address in brackets, `[192.0.2.1]`,
 * `[2001:db8::1]` or `[IPv6:2001:db8::1]`.
 */
export function isMailDomain(text: string): boolean {
  const literal = /^\[(?:IPv6:)?([^\]]*)\]$/i.exec(text)?.[1];
  if (literal !== undefined) return isIpv4(literal) || (isIpv6(literal) && !literal.includes("%"));
  return text.length <= longestDomain && !text.startsWith("-") && text.split(".").every(isLabel);
}

function isLabel(text: string): boolean {
  return /^[\w-]{1,63}$/.test(text);
}
