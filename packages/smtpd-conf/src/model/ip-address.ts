/** Whether the C library takes a text as an IPv6 address (`inet_pton(3)`), with a scope such as `%em0` behind it or not. */
export function isIpv6(text: string): boolean {
  if (!text.includes(":")) return false;
  const [address = "", scope] = text.split(/%(.*)/s);
  const halves = address.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1) ?? "";
  const embedded = isIpv4(last) && address.endsWith(last);
  const plain = embedded ? groups.slice(0, -1) : groups;
  if (scope === "" || halves.length > 2 || !plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = plain.length + (embedded ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}

/** Whether a text is an IPv4 address of four numbers. */
export function isIpv4(text: string): boolean {
  const numbers = text.split(".");
  return numbers.length === 4 && numbers.every((number) => /^\d{1,3}$/.test(number) && Number(number) <= 255);
}
