/** Characters that a terminal obeys, or that show nothing, or that change the direction of what follows. */
const hidden = /[\0-\x08\n-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const hiddenOrTab = new RegExp(hidden.source.replace("[", "[\\t"), "g");

/**
 * A text of the user as it can be shown on one line of a terminal: control characters become pictures (␛), invisible ones
 * their number (<U+FEFF>). Tabs stay as they are where `tabs` is "kept".
 */
export function visible(text: string, tabs: "kept" | "shown" = "shown"): string {
  return text.replace(tabs === "kept" ? hidden : hiddenOrTab, picture);
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
