import {
  type ConditionInfo,
  isAvailable,
  isCompatible,
  type OptionInfo,
  type OptionNeighbours,
  optionUsage,
  type Release,
} from "smtpd-conf";
import { manualPage } from "../hover/manual-page.ts";
import { parameter, type SignaturePart } from "./signature.ts";

/** The options that a statement can still have, each in brackets, and the one that is being written. */
export interface OptionParts {
  readonly parts: readonly SignaturePart[];
  readonly active: SignaturePart | undefined;
}

/** What is left of some options beside those that a statement has already. */
export function optionParts(
  infos: readonly (OptionInfo | ConditionInfo)[],
  neighbours: OptionNeighbours,
  active: OptionInfo | undefined,
  target: Release,
): OptionParts {
  const left = infos.filter(
    (info) => info === active || (isAvailable(info, target) && isCompatible(info, neighbours, target)),
  );
  const parts = left.map((info) => optionPart(info, target));
  return { parts, active: active && parts[left.indexOf(active)] };
}

export function optionPart(info: OptionInfo | ConditionInfo, target: Release, required = false): SignaturePart {
  const usage = optionUsage(info);
  return parameter(required ? usage : `[${usage}]`, manualPage([], info, target));
}
