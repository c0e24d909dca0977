import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from "jsonc-parser";

/** What is wrong with a settings file, and where: an offset in its text. */
export interface Problem {
  readonly offset: number;
  /** One sentence. */
  readonly message: string;
}

export interface ParsedJson {
  /** Undefined where nothing can be made of the text. */
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
}

/** Reads JSON that may have comments and commas behind last entries. */
export function readJson(text: string): ParsedJson {
  const errors: ParseError[] = [];
  try {
    // A byte order mark counts as a blank, so that offsets stay what they are.
    const root = parseTree(text.replace(/^\ufeff/, " "), errors, { allowTrailingComma: true, allowEmptyContent: true });
    // What follows a first error is seldom where it belongs.
    return { root, problems: errors.slice(0, 1).map(problemFrom) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { root: undefined, problems: [{ offset: 0, message: "The brackets are nested too deeply." }] };
  }
}

const messages: Readonly<Partial<Record<ReturnType<typeof printParseErrorCode>, string>>> = {
  InvalidSymbol: "This is no value: keys and texts stand in double quotes.",
  InvalidNumberFormat: "This is no number.",
  PropertyNameExpected: "A key in double quotes is expected here.",
  ValueExpected: "A value is expected here.",
  ColonExpected: "A colon is expected here.",
  CommaExpected: "A comma is expected here.",
  CloseBraceExpected: "A closing brace is expected here.",
  CloseBracketExpected: "A closing bracket is expected here.",
  EndOfFileExpected: "The settings end before this.",
  UnexpectedEndOfComment: "This comment is not closed.",
  UnexpectedEndOfString: "The closing quote is missing.",
  InvalidUnicode: "After \\u four hexadecimal digits are expected.",
  InvalidEscapeCharacter: "There is no such escape: a backslash itself is written twice.",
  InvalidCharacter: "A text has no control characters: write them as \\n, \\t or \\u….",
};

function problemFrom({ error, offset }: ParseError): Problem {
  return { offset, message: messages[printParseErrorCode(error as ParseErrorCode)] ?? "This is not JSON." };
}
