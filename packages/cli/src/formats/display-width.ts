const plain = /^[\x20-\x7e\xa0-\u02ff]*$/;
const combining = /\p{Mn}|\p{Me}/u;
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
/** The narrow forms among them. */
const halfwidth = /[\uff61-\uffdc]/;

/** The columns that a text takes on a terminal. It may not hold control characters. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (combining.test(character)) return 0;
  return wide.test(character) && !halfwidth.test(character) ? 2 : 1;
}
