import { commonInterfaces, parseNetwork, type Token } from "smtpd-conf";
import { type Block, code, manual, paragraph, prose } from "../markdown.ts";
import { networkHover } from "./network-hover.ts";

/** What a listener stands on: an interface that many machines have, an address, or a name. */
export function interfaceHover({ value }: Token): readonly Block[] {
  const info = commonInterfaces.find(({ name }) => name === value);
  if (info !== undefined) return [paragraph([manual(info.manual)])];
  if (parseNetwork(value) !== undefined) return networkHover(value);
  return [paragraph(prose`The interface ${code(value)}, or the addresses of the host of that name.`)];
}
