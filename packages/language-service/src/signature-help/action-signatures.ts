import {
  type ActionDirective,
  closingOptions,
  deliveryMethods,
  deliveryOptions,
  isAvailable,
  type OptionInfo,
  type OptionNeighbours,
  relayMethod,
  relayOptions,
} from "smtpd-conf";
import { optionPart, optionParts } from "./option-parts.ts";
import { parameter, type Signature, word } from "./signature.ts";
import { activeAmong, manualOf, type WrittenStatement } from "./written-statement.ts";

type Method = ActionDirective["method"];

/** `action NAME METHOD [OPTION …]`: one form for each method, or that of the method that is there. */
export function actionSignatures(written: WrittenStatement, method: Method | undefined): readonly Signature[] {
  if (method !== undefined) return [actionSignature(written, method.info, method)];
  const methods: readonly OptionInfo[] = [...deliveryMethods, relayMethod];
  const begun = methods.filter((info) => info === written.active);
  return (begun.length > 0 ? begun : methods)
    .filter((info) => isAvailable(info, written.cursor.target))
    .map((info) => actionSignature(written, info, undefined));
}

function actionSignature(written: WrittenStatement, method: OptionInfo, given: Method | undefined): Signature {
  const { cursor, active, slot } = written;
  const infos = [...(method.name === "relay" ? relayOptions : deliveryOptions), ...closingOptions];
  const neighbours: OptionNeighbours = { ...written.neighbours, kind: "ActionDirective", method: method.name };
  const options = optionParts(infos, neighbours, active, cursor.target);
  const name = parameter("NAME");
  const methodPart = optionPart(method, cursor.target, true);
  const isMethod = given === undefined || active === method;
  return {
    parts: [word("action"), name, methodPart, ...options.parts],
    active: slot?.kind === "definition" ? name : isMethod ? methodPart : activeAmong(written, options),
    documentation: manualOf("action", written),
  };
}
