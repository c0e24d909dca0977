import { addressFamilies, type LimitInfo, type LimitScope, limits, type Release } from "smtpd-conf";
import { manualPage } from "../hover/manual-page.ts";
import { optionPart } from "./option-parts.ts";
import { parameter, type Signature, type SignaturePart, word } from "./signature.ts";
import { manualOf, type WrittenStatement } from "./written-statement.ts";

/** `smtp limit [KEY NUMBER …]` and the like, with the keys that are left. */
export function limitSignature(written: WrittenStatement, scope: LimitScope): Signature {
  const { cursor, expected, slot } = written;
  const given = new Set([...cursor.before, ...cursor.after].map(({ value }) => value));
  const key = expected.number ? cursor.before.at(-1)?.value : undefined;
  const keys = limits[scope].filter(({ name }) => name === key || !given.has(name));
  const parts = keys.map((info) => limitPart(info, cursor.target));
  const families = scope === "mta" ? addressFamilies.map((info) => optionPart(info, cursor.target)) : [];
  const isDomain = slot?.kind === "domain";
  const domain = scope === "mta" && (isDomain || !given.has("for")) ? [parameter("[for domain DOMAIN]")] : [];
  const index = keys.findIndex(({ name }) => name === (key ?? cursor.word.typed + cursor.word.rest));
  return {
    parts: [word(`${scope} limit`), ...domain, ...parts, ...families],
    active: isDomain ? domain[0] : (parts[Math.max(0, index)] ?? families[0]),
    documentation: manualOf(`${scope} limit`, written),
  };
}

function limitPart({ default: usual, ...info }: LimitInfo, target: Release): SignaturePart {
  const unit = info.unit === undefined ? "NUMBER" : "SECONDS";
  return parameter(`[${info.name} ${unit}]`, manualPage([], { ...info, default: String(usual) }, target));
}
