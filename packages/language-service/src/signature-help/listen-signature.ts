import { interfaceOptions, socketOptions } from "smtpd-conf";
import { optionParts } from "./option-parts.ts";
import { parameter, type Signature, word } from "./signature.ts";
import { activeAmong, manualOf, type WrittenStatement } from "./written-statement.ts";

/** `listen on INTERFACE [OPTION …]` and `listen on socket [OPTION …]` */
export function listenSignature(written: WrittenStatement, isSocket: boolean): Signature {
  const { cursor, neighbours, active, slot } = written;
  const options = optionParts(isSocket ? socketOptions : interfaceOptions, neighbours, active, cursor.target);
  const place = isSocket ? word("socket") : parameter("INTERFACE");
  const isPlace = slot?.kind === "interface" || cursor.before.length < 3;
  return {
    parts: [word("listen on"), place, ...options.parts],
    active: isPlace ? place : activeAmong(written, options),
    documentation: manualOf(isSocket ? "listen on socket" : "listen on", written),
  };
}
