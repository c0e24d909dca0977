const label = /^[A-Za-z0-9_-]{1,63}$/;

/**
 * Whether the C library takes a text as a host name (`res_hnok(3)` of glibc): labels of letters, digits, `-` and `_`, the
 * first not beginning with `-`; a final dot, the root and the empty text are fine; `\c` and `\DDD` are escapes.
 */
export function isHostName(text: string): boolean {
  const name = unescapeName(text);
  if (name === undefined) return false;
  if (name === "" || name === ".") return true;
  const labels = name.replace(/\.$/, "").split(".");
  const length = labels.reduce((sum, part) => sum + part.length + 1, 1);
  return length <= 255 && !name.startsWith("-") && labels.every((part) => label.test(part));
}

/** The name without its escapes; undefined where an escape makes a character that no host name has. */
function unescapeName(text: string): string | undefined {
  if (!text.includes("\\")) return text;
  const name = text.replace(/\\(?:(\d{3})|(\D)|(.?))/gs, (_match, decimal?: string, plain?: string) => {
    if (decimal !== undefined) return Number(decimal) < 256 ? String.fromCharCode(Number(decimal)) : "\0";
    return plain ?? "\0";
  });
  const dots = (value: string) => value.split(".").length;
  return dots(name) === dots(text) ? name : undefined;
}
