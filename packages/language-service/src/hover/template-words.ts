import { readTemplate } from "smtpd-conf";
import type { Block, Piece } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";

/** What of a template is filled in, as it is written there and not as the word that stands for it while it is read. */
export function withTemplateWords(blocks: readonly Block[], snapshot: Snapshot): readonly Block[] {
  const { template } = snapshot;
  if (template === undefined) return blocks;
  const { source, text, holes } = readTemplate(snapshot.document.getText(), template);
  const words = new Map(
    holes.flatMap(({ kind, start, end }): [string, string][] => {
      return kind === "value" ? [[text.slice(start, end), source.slice(start, end)]] : [];
    }),
  );
  if (words.size === 0) return blocks;
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  const anyWord = new RegExp(longestFirst.map(escapeRegex).join("|"), "g");
  const restore = (shown: string) => shown.replace(anyWord, (word) => words.get(word) ?? word);
  return blocks.map((block) => restored(block, restore));
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function restored(block: Block, restore: (text: string) => string): Block {
  const restoredPiece = (piece: Piece): Piece =>
    piece.kind === "manual" ? piece : { ...piece, text: restore(piece.text) };
  switch (block.kind) {
    case "paragraph":
      return { ...block, prose: block.prose.map(restoredPiece) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map(restoredPiece)) };
    case "code":
      return { ...block, text: restore(block.text) };
    case "ruler":
      return block;
  }
}
