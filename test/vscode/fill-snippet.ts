/**
 * The text that an editor inserts for the body of a snippet when nobody changes anything: the defaults of the placeholders,
 * which can hold others, and the first of each choice. A backslash takes away the meaning of `$`, `}` and itself.
 */
export function fillSnippet(body: string): string {
  return fillUntil(body, 0, "").text;
}

interface Filled {
  readonly text: string;
  readonly end: number;
}

/** Reads up to a closing brace, or up to the end where there is none to wait for. */
function fillUntil(body: string, start: number, closing: string): Filled {
  let text = "";
  let at = start;
  while (at < body.length && body[at] !== closing) {
    const filled = fillOne(body, at);
    text += filled.text;
    at = filled.end;
  }
  return { text, end: at };
}

function fillOne(body: string, at: number): Filled {
  const rest = body.slice(at);
  const escaped = /^\\([$}\\])/.exec(rest);
  if (escaped) return { text: escaped[1] ?? "", end: at + 2 };
  const stop = /^\$\d+/.exec(rest);
  if (stop) return { text: "", end: at + stop[0].length };
  const choice = /^\$\{\d+\|([^,|]*)[^|]*\|\}/.exec(rest);
  if (choice) return { text: choice[1] ?? "", end: at + choice[0].length };
  const opening = /^\$\{\d+:/.exec(rest);
  if (!opening) return { text: body.charAt(at), end: at + 1 };
  const { text, end } = fillUntil(body, at + opening[0].length, "}");
  if (body[end] !== "}") throw new Error(`a placeholder is never closed: ${rest}`);
  return { text, end: end + 1 };
}
