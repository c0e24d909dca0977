import { visible } from "./visible.ts";

/** What XML 1.0 has no way to write at all. */
const illegal = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text between tags; what XML cannot hold becomes a picture or U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(illegal, replacement).replace(/[&<>]/g, entity).replaceAll("\r", "&#13;");
}

/** An element's beginning, or the whole of it where it is empty: `<name key="value">`, without the angle bracket at the end. */
export function xmlTag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  return `<${name}${list.join("")}`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Where attributes are read, line ends and tabs would become blanks. */
function attributeText(text: string): string {
  return text
    .replace(illegal, replacement)
    .replace(/[&<>"]/g, entity)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function entity(character: string): string {
  return entities[character] ?? character;
}

function replacement(character: string): string {
  const shown = visible(character);
  return shown === character ? "\ufffd" : shown;
}
