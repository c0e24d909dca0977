import { checks, releases, rules } from "smtpd-conf";
import type { Values } from "../arguments/describe-program.ts";

/** What to offer for a value: words, files, folders, or nothing. */
export interface Offer {
  readonly words: readonly string[];
  readonly files: "files" | "folders" | "none";
}

/** The offer for a value: its choices, or what values of that name are. */
export function offerFor(values: Values): Offer {
  if (values.kind === "words") return { words: values.words, files: "none" };
  return offers[values.name]?.() ?? { words: [], files: "none" };
}

const ruleCodes = () => rules.map(({ code }) => code);
const codes = () => [...rules, ...checks].map(({ code }) => code);

/** By the names that the help gives to values. */
const offers: Readonly<Record<string, () => Offer>> = {
  file: () => ({ words: [], files: "files" }),
  dir: () => ({ words: [], files: "folders" }),
  release: () => ({ words: releases, files: "none" }),
  code: () => ({ words: ruleCodes(), files: "none" }),
  "code|file": () => ({ words: codes(), files: "files" }),
};
