import { type Context, oneOf, sometimes } from "./context.ts";
import { gap, macroFor } from "./words.ts";

const macroText = /^[^\n\r\0\u0001\u0002$\\]+$/;

/** One statement as text without its newline: pieces with gaps between them, a run of them perhaps from a macro. */
export function layOut(context: Context, pieces: readonly string[]): string {
  const withMacro = sometimes(context, 0.06) ? throughMacro(context, pieces) : pieces;
  const text = withMacro.reduce((done, piece) => (done === "" ? piece : done + gap(context) + piece), "");
  return indentation(context) + text + trailer(context);
}

// `listen on $m` with `m = "lo port 25"`: the value is read again, so it may be any run of tokens.
function throughMacro(context: Context, pieces: readonly string[]): readonly string[] {
  const from = Math.floor(context.random.next() * pieces.length);
  const to = from + 1 + Math.floor(context.random.next() * Math.min(3, pieces.length - from));
  const text = pieces.slice(from, to).join(" ");
  if (!macroText.test(text) || (pieces[1] ?? "").startsWith("=")) return pieces;
  return [...pieces.slice(0, from), macroFor(context, text), ...pieces.slice(to)];
}

function indentation(context: Context): string {
  return sometimes(context, 0.92) ? "" : oneOf(context, [" ", "\t", "    ", " \\\n"]);
}

function trailer(context: Context): string {
  if (sometimes(context, 0.9)) return "";
  return oneOf(context, [
    " ",
    "\t",
    " # comment",
    " #",
    ' # it\'s "quoted"',
    " # \u00e9\r",
    " # goes on \\\nmatch swallowed by the comment",
    " \\\n",
  ]);
}

/** Lines between two statements: most often none, else empty lines and comments. */
export function between(context: Context): string {
  if (sometimes(context, 0.75)) return "";
  return oneOf(context, [
    "\n",
    "\n\n",
    "# comment\n",
    "   # indented comment, $undefined 'quote\n",
    "#\n#\tsection\n#\n",
    "# this comment goes on \\\nmatch from here, swallowed\n",
    " \t\n",
    "#match for any reject\n",
    "# na\u00efve\r\n",
    "\\\n",
    "# ends in two \\\\\n",
  ]);
}
