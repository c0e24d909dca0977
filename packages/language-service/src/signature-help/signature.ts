import type { ParameterInformation, SignatureInformation } from "vscode-languageserver-types";
import type { ClientSupport } from "../client-support.ts";
import { type Block, markupOf } from "../markdown.ts";

/** A part of a statement in the skeleton that is shown: a word of the language, or what is to be put there. */
export interface SignaturePart {
  readonly text: string;
  /** Absent for a word that stands in every statement of the kind. */
  readonly parameter?: { readonly documentation: readonly Block[] };
}

/** The skeleton of a statement, and the part that is being written. */
export interface Signature {
  readonly parts: readonly SignaturePart[];
  /** Undefined where all of it is there. */
  readonly active: SignaturePart | undefined;
  readonly documentation: readonly Block[];
}

/** A word that stands in every statement of the kind. */
export function word(text: string): SignaturePart {
  return { text };
}

export function parameter(text: string, documentation: readonly Block[] = []): SignaturePart {
  return { text, parameter: { documentation } };
}

/** A signature as the protocol has it. */
export function signatureInformation(
  { parts, active, documentation }: Signature,
  client: ClientSupport,
): SignatureInformation {
  const parameters: ParameterInformation[] = [];
  let label = "";
  let activeParameter: number | undefined;
  for (const part of parts) {
    const start = label === "" ? 0 : label.length + 1;
    label = label === "" ? part.text : `${label} ${part.text}`;
    if (part.parameter === undefined) continue;
    if (part === active) activeParameter = parameters.length;
    const blocks = part.parameter.documentation;
    parameters.push({
      label: [start, label.length],
      ...(blocks.length > 0 && { documentation: markupOf(blocks, client) }),
    });
  }
  return {
    label,
    ...(documentation.length > 0 && { documentation: markupOf(documentation, client) }),
    parameters,
    ...(activeParameter !== undefined && { activeParameter }),
  };
}
