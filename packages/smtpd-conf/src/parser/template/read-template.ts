import { buildBlocks, type Structure } from "./build-blocks.ts";
import { findTags } from "./find-tags.ts";
import { findAtNames, findVariables } from "./find-variables.ts";
import { maskHoles } from "./mask-holes.ts";
import { readNix } from "./read-nix.ts";
import type { Template } from "./template.ts";
import type { TemplateKind } from "./template-kind.ts";

/** Finds what of a text is configuration and what the engine fills in. Never throws, whatever the text says. */
export function readTemplate(source: string, kind: TemplateKind): Template {
  const { holes, blocks, silent } = structureOf(source, kind);
  return { kind, source, text: maskHoles(source, holes, silent), holes, blocks, silent };
}

function structureOf(text: string, kind: TemplateKind): Structure {
  switch (kind) {
    case "nix":
      return readNix(text);
    case "shell":
      return buildBlocks(findVariables(text), text.length);
    case "at":
      return buildBlocks(findAtNames(text), text.length);
    default:
      return buildBlocks(findTags(text, kind), text.length);
  }
}
