import { longestMacroName, longestString, longestWord } from "../../language/lexical-limits.ts";
import type { Release } from "../../language/releases.ts";
import { isAtLeast } from "../../language/releases.ts";
import type { Macro, MacroTable } from "../macros/macro-table.ts";
import type { MacroUse } from "../macros/macro-use.ts";
import { byteLength, type Source, type Span } from "../source.ts";
import {
  BACKSLASH,
  canEndNumber,
  continuesMacroName,
  continuesWord,
  DOLLAR,
  DONE_EXPANSION,
  DOUBLE_QUOTE,
  END,
  EQUALS,
  GREATER,
  HASH,
  isDigit,
  MINUS,
  NEWLINE,
  NUL,
  SINGLE_QUOTE,
  SPACE,
  START_EXPANSION,
  startsWord,
  TAB,
} from "./characters.ts";
import type { LexicalError } from "./lexical-error.ts";
import { PlainToken, type Token, type TokenKind } from "./token.ts";
import {
  IllegalType,
  keywordTable,
  MissingType,
  NewlineType,
  NumberType,
  punctuation,
  type ReservedWord,
  StringType,
} from "./token-types.ts";

const stringIndex = StringType.tokenTypeIdx ?? 0;
const numberIndex = NumberType.tokenTypeIdx ?? 0;
const newlineIndex = NewlineType.tokenTypeIdx ?? 0;
const illegalIndex = IllegalType.tokenTypeIdx ?? 0;
const missingIndex = MissingType.tokenTypeIdx ?? 0;
const punctuationIndex = new Map(
  Object.entries(punctuation).map(([image, type]) => [image, type.tokenTypeIdx ?? 0] as const),
);

/**
 * All macros together may not grow the text by more than this many characters, nor into more than this many tokens. A
 * value with 0x02 in it can use macros again, even its own: it may do so this often.
 */
const mostExpanded = { characters: 64 * 1024 * 1024, tokens: 1_000_000, repeats: 1000 };

/** How much macros have added to a text: characters, and tokens made of them. */
export interface Expanded {
  readonly characters: number;
  readonly tokens: number;
}

/** Whether so much would end the reading. */
export function isExpandedTooMuch({ characters, tokens }: Expanded): boolean {
  return characters > mostExpanded.characters || tokens > mostExpanded.tokens;
}

/** A file that is being read: its text, how far, and what was pushed back. */
interface Frame {
  readonly source: Source;
  /** The text has bytes that smtpd takes for the marks of an expansion: it must be read a character at a time. */
  readonly marked: boolean;
  position: number;
  endReached: boolean;
  /** The characters pushed back, the next one last, with the range of the text that each stands for. */
  readonly codes: number[];
  readonly starts: number[];
  readonly ends: number[];
}

/** A file that was left, and how the one that includes it stood when reading went on there. */
interface LeftFile {
  readonly frame: Frame;
  readonly outer: Frame;
  readonly expanding: boolean;
}

/** A string whose closing quote is missing: it ends with its line. `end` is how far it reached before it was cut. */
type CutString = Span;

/**
 * smtpd's lexer (`yylex()`, `lgetc()`, `igetc()` in parse.y): characters in, tokens out, macros expanded where they are
 * used, included files read where they stand. State that lives as long as the text is read, hence a class.
 *
 * Plain text is scanned by offsets (`scanPlain`); what the offsets cannot do, a macro's value, a backslash within a word,
 * is read a character at a time as smtpd does (`scanSlowly`).
 */
export class Scanner {
  /** The comments of all files, `#` to the end of the line without the newline. */
  readonly comments: Span[] = [];
  readonly errors: LexicalError[] = [];
  /** Every `$name` where smtpd takes it for the use of a macro. */
  readonly macroUses: MacroUse[] = [];
  /** The rest of each line that smtpd drops because of a lexical error. */
  readonly skipped: Span[] = [];
  /** The NUL byte at which smtpd stopped reading, if there was one. */
  stoppedAt: Span | undefined;

  readonly #macros: MacroTable;
  readonly #keywords: ReadonlyMap<string, ReservedWord>;
  readonly #keepsBlankEscapes: boolean;
  /** `seek` was called: what is read now stands among what was read earlier. */
  #sought = false;
  readonly #frames: Frame[] = [];
  #frame: Frame;
  #left: LeftFile[] = [];
  #expanding = false;
  #expansion: { readonly macro: Macro; readonly base: number; readonly frame: Frame } | undefined;
  readonly #expanded = { characters: 0, tokens: 0, repeats: 0 };
  /** The last string that was cut, by its quote. */
  readonly #cuts = new Map<number, CutString>();
  /** How far the first file was looked at before some of it was read once more. */
  #reach = 0;
  #charStart = 0;
  #charEnd = 0;

  /** `position` is where reading begins, outside of any token. */
  constructor(source: Source, target: Release, macros: MacroTable, position = 0) {
    this.#macros = macros;
    this.#keywords = keywordTable(target);
    this.#keepsBlankEscapes = !isAtLeast(target, "6.6.0");
    this.#frame = newFrame(source);
    this.#frame.position = position;
    this.#frames.push(this.#frame);
  }

  /**
   * Where reading goes on in the first file, if it could as well begin there: behind a newline, with no other file open,
   * nothing pushed back, and nothing of what follows looked at already. Undefined elsewhere.
   */
  restingPosition(): number | undefined {
    const { source, position, codes, endReached } = this.#frame;
    if (this.#frames.length > 1 || codes.length > 0 || endReached) return undefined;
    if (this.#expanding || this.stoppedAt !== undefined || position < this.#reach) return undefined;
    return position === 0 || source.text.charCodeAt(position - 1) === NEWLINE ? position : undefined;
  }

  /** Goes from one resting position to another, which need not be one that was read. */
  seek(position: number): void {
    this.#frame.position = position;
    this.#reach = position;
    this.#cuts.clear();
    this.#sought = true;
  }

  /** What the macros have added to the text so far. */
  expanded(): Expanded {
    return { characters: this.#expanded.characters, tokens: this.#expanded.tokens };
  }

  /** What is left of the open files, innermost first, where smtpd stops before their ends. */
  unread(): Span[] {
    const rest = this.#frames.map(({ source, position, starts }) => {
      return { source, start: starts.at(-1) ?? position, end: source.text.length };
    });
    return rest.filter(({ start, end }) => start < end).reverse();
  }

  /** Reads this file next, and then goes on where the current one stands (`pushfile()`). */
  enter(source: Source): void {
    this.#frame = newFrame(source);
    this.#frames.push(this.#frame);
  }

  /** The files that are open: the first one, and the chain of includes down to the current one. */
  openSources(): readonly Source[] {
    return this.#frames.map((frame) => frame.source);
  }

  /** Forgets which files were left; `cutString` can go back to those that were left since. */
  beginStatement(): void {
    if (this.#left.length > 0) this.#left = [];
  }

  /**
   * Goes back to an opening quote and reads on as if the string ended with its line. False where that cannot be done (the
   * quote came out of a macro).
   */
  cutString(token: Span): boolean {
    const quote = token.source.text.charCodeAt(token.start);
    if (!isQuote(quote)) return false;
    this.#noteReach();
    while (this.#left.length > 0 && this.#frame.source !== token.source) {
      this.#reenter(this.#left.pop() as LeftFile);
    }
    if (this.#frame.source !== token.source) return false;
    this.#rewind(token.start);
    this.#cuts.set(quote, { source: token.source, start: token.start, end: token.end });
    return true;
  }

  /**
   * Whether the string that opens here ends with its line: it was cut, or it opens with the same quote in what a string
   * before it took in, where nothing closes it before that one's end. (Without that, many open quotes would each read
   * on up to the limit.)
   */
  #isCut(quote: number, source: Source, start: number): boolean {
    const cut = this.#cuts.get(quote);
    if (cut === undefined || cut.source !== source || start < cut.start || start >= cut.end) return false;
    if (start === cut.start) return true;
    const newline = source.text.indexOf("\n", start);
    return newline >= 0 && newline < cut.end - 1 && source.text.charCodeAt(start) === quote;
  }

  /** Notes how far the first file was read, up to the end of the line: `beginsStatement` looks ahead, but no further. */
  #noteReach(): void {
    const { source, position } = this.#frames[0] as Frame;
    if (position < this.#reach) return;
    const end = position < source.text.length ? source.text.indexOf("\n", position - 1) : -1;
    this.#reach = (end < 0 ? source.text.length : end) + 1;
  }

  #rewind(position: number): void {
    const frame = this.#frame;
    frame.position = position;
    frame.endReached = false;
    frame.codes.length = frame.starts.length = frame.ends.length = 0;
    this.#expanding = false;
    this.stoppedAt = undefined;
    this.#forget(frame.source, position);
  }

  /** Goes back into a file that was left, as if what stands behind its `include` had not been read yet. */
  #reenter({ frame, outer, expanding }: LeftFile): void {
    this.#forget(outer.source, outer.position);
    this.#frames[this.#frames.length - 1] = outer;
    this.#frames.push(frame);
    this.#frame = frame;
    this.#expanding = expanding;
  }

  /** Drops what was recorded of a file from a position on. */
  #forget(source: Source, position: number): void {
    dropAfter(this.errors, (error) => error.span, source, position);
    dropAfter(this.comments, (comment) => comment, source, position);
    dropAfter(this.macroUses, (use) => use, source, position);
    dropAfter(this.skipped, (span) => span, source, position);
  }

  /** The next token, a newline included; undefined at the end of the text. */
  next(): Token | undefined {
    if (this.stoppedAt !== undefined) return undefined;
    const frame = this.#frame;
    if (frame.codes.length > 0 || frame.marked || this.#expanding) return this.#scanSlowly();
    return this.#scanPlain(frame);
  }

  #scanPlain(frame: Frame): Token | undefined {
    const { source } = frame;
    const { text } = source;
    const end = text.length;
    let start = frame.position;
    let code = text.charCodeAt(start);
    while (code === SPACE || code === TAB || (code === BACKSLASH && text.charCodeAt(start + 1) === NEWLINE)) {
      start += code === BACKSLASH ? 2 : 1;
      code = text.charCodeAt(start);
    }
    frame.position = start;
    if (start >= end || code === BACKSLASH) return this.#scanSlowly();
    if (startsWord(code)) return this.#plainWord(frame, start, code);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#plainString(frame, start, code);
    if (code === NEWLINE) return this.#take(frame, "Newline", newlineIndex, start, start + 1);
    if (code === HASH) return this.#plainComment(frame, start);
    if (code === MINUS || code === DOLLAR || code === EQUALS || code === NUL) return this.#scanSlowly();
    const index = punctuationIndex.get(text.charAt(start));
    if (index === undefined) return this.#take(frame, "Illegal", illegalIndex, start, start + 1);
    return this.#take(frame, "Punctuation", index, start, start + 1);
  }

  /**
   * A part of a text. The engine makes it a window on the text, which then lives as long as the part does: fine for one
   * reading, but the lines of a configuration that is updated time and again would keep as many texts.
   */
  #slice(text: string, start: number, end: number): string {
    const part = text.slice(start, end);
    return this.#sought ? ` ${part}`.slice(1) : part;
  }

  #take(frame: Frame, kind: TokenKind, index: number, start: number, end: number): Token {
    frame.position = end;
    const value = this.#slice(frame.source.text, start, end);
    return new PlainToken(kind, index, value, frame.source, start, end, false, undefined);
  }

  #plainWord(frame: Frame, start: number, first: number): Token | undefined {
    const { text } = frame.source;
    let end = start + 1;
    if (isDigit(first)) {
      while (isDigit(text.charCodeAt(end))) end++;
      const code = text.charCodeAt(end);
      if (end - start > 18 || code === BACKSLASH) return this.#scanSlowly();
      if (end === text.length || canEndNumber(code)) return this.#take(frame, "Number", numberIndex, start, end);
    }
    while (continuesWord(text.charCodeAt(end))) {
      if (text.charCodeAt(end) === BACKSLASH) return this.#scanSlowly();
      end++;
    }
    // At the end, smtpd has its newline ready when a word is an include's path.
    if (end - start > longestWord || end === text.length) return this.#scanSlowly();
    frame.position = end;
    return this.#word(this.#slice(text, start, end), frame.source, start, end, undefined);
  }

  #word(value: string, source: Source, start: number, end: number, origin: Span | undefined): Token {
    const keyword = this.#keywords.get(value);
    if (keyword !== undefined) {
      return new PlainToken("Keyword", keyword.tokenTypeIdx, keyword.name, source, start, end, false, origin);
    }
    return new PlainToken("String", stringIndex, value, source, start, end, false, origin);
  }

  #plainComment(frame: Frame, start: number): Token | undefined {
    const { text } = frame.source;
    let end = text.indexOf("\n", start);
    while (end >= 0 && isFolded(text, start, end)) end = text.indexOf("\n", end + 1);
    if (end < 0) end = text.length;
    this.comments.push({ source: frame.source, start, end });
    frame.position = end;
    if (end === text.length) return this.#scanSlowly();
    return this.#take(frame, "Newline", newlineIndex, end, end + 1);
  }

  #plainString(frame: Frame, start: number, quote: number): Token | undefined {
    const { source } = frame;
    const { text } = source;
    if (this.#isCut(quote, source, start)) return this.#cutString(frame, start);
    const close = quote === DOUBLE_QUOTE ? '"' : "'";
    const end = text.indexOf(close, start + 1);
    const value = end < 0 ? "" : this.#slice(text, start + 1, end);
    if (end < 0 || needsCare(value)) return this.#scanSlowly();
    if (value.length > longestString / 3 && byteLength(value, source.encoding) > longestString)
      return this.#scanSlowly();
    frame.position = end + 1;
    return new PlainToken("String", stringIndex, value, source, start, end + 1, true, undefined);
  }

  /** A string whose closing quote is missing, taken to end with its line. */
  #cutString(frame: Frame, start: number): Token {
    const { text } = frame.source;
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const value = this.#slice(text, start + 1, end);
    this.#report("unterminated-string", { source: frame.source, start, end: start + 1 }, value);
    frame.position = end;
    return new PlainToken("Missing", missingIndex, value, frame.source, start, end, true, undefined);
  }

  #report(kind: LexicalError["kind"], span: Span, value: string): void {
    this.errors.push({ kind, span, value });
  }

  // From here on: a character at a time.

  /** `igetc()`: the next character of the current file. */
  #raw(): number {
    const frame = this.#frame;
    for (;;) {
      let code: number;
      if (frame.codes.length > 0) {
        code = frame.codes.pop() as number;
        this.#charStart = frame.starts.pop() as number;
        this.#charEnd = frame.ends.pop() as number;
      } else if (frame.position < frame.source.text.length) {
        code = frame.source.text.charCodeAt(frame.position);
        this.#charStart = frame.position;
        this.#charEnd = ++frame.position;
      } else return END;
      if (code === START_EXPANSION) this.#expanding = true;
      else if (code === DONE_EXPANSION) this.#expanding = false;
      else return code;
    }
  }

  /** `lgetc(0)`: a backslash and a newline vanish, a lone backslash too; a file ends with a newline of its own. */
  #read(): number {
    let code = this.#raw();
    while (code === BACKSLASH) {
      const next = this.#raw();
      if (next !== NEWLINE) {
        code = next;
        break;
      }
      code = this.#raw();
    }
    if (code !== END) return code;
    if (!this.#frame.endReached) {
      this.#frame.endReached = true;
      this.#charStart = this.#charEnd = this.#frame.source.text.length;
      return NEWLINE;
    }
    while (code === END) {
      if (!this.#leave()) return END;
      code = this.#raw();
    }
    return code;
  }

  /** `popfile()`: false where this is the first file. */
  #leave(): boolean {
    if (this.#frames.length === 1) return false;
    const frame = this.#frames.pop() as Frame;
    this.#frame = this.#frames.at(-1) as Frame;
    this.#left.push({ frame, outer: copyOf(this.#frame), expanding: this.#expanding });
    return true;
  }

  /** `lungetc()` */
  #unread(code: number, start: number = this.#charStart, end: number = this.#charEnd): void {
    if (code === END) return;
    this.#frame.codes.push(code);
    this.#frame.starts.push(start);
    this.#frame.ends.push(end);
  }

  #scanSlowly(): Token | undefined {
    for (;;) {
      let code = this.#read();
      while (code === SPACE || code === TAB) code = this.#read();
      const start = this.#charStart;
      if (code === HASH) code = this.#slowComment(start);
      if (code === DOLLAR && !this.#expanding) {
        const missing = this.#expandMacro(start);
        if (missing !== undefined) return missing;
        continue;
      }
      return this.#slowToken(code, this.#charStart);
    }
  }

  /** Reads up to the end of the line, and records what of the comment is not in a macro's value. */
  #slowComment(start: number): number {
    const { source } = this.#frame;
    const begin = this.#originOffset() === undefined ? start : this.#charEnd;
    let code = this.#read();
    while (code !== NEWLINE && code !== END) code = this.#read();
    const end = this.#charStart;
    if (end > begin) this.comments.push({ source, start: begin, end });
    return code;
  }

  /** `$name`: pushes the value back to be read again; a token only where there is no such macro. */
  #expandMacro(start: number): Token | undefined {
    const { source } = this.#frame;
    let name = "";
    let end = this.#charEnd;
    let code = this.#read();
    while (code !== END && continuesMacroName(code)) {
      name += String.fromCharCode(code);
      end = this.#charEnd;
      if (name.length > longestMacroName) return this.#tooLong(source, start);
      code = this.#read();
    }
    this.#unread(code);
    const macro = this.#macros.get(name);
    const last = this.macroUses.at(-1);
    this.#expanded.repeats = last?.source === source && last.start === start ? this.#expanded.repeats + 1 : 0;
    this.macroUses.push({ source, start, end, name, macro });
    if (macro === undefined) return this.#missing("undefined-macro", { source, start, end }, name);
    if (this.#hasExpandedTooMuch()) return this.#stop({ source, start, end }, name);
    this.#pushExpansion(macro, start, end);
    return undefined;
  }

  #hasExpandedTooMuch(): boolean {
    return isExpandedTooMuch(this.#expanded) || this.#expanded.repeats > mostExpanded.repeats;
  }

  #pushExpansion(macro: Macro, start: number, end: number): void {
    const { value } = macro;
    this.#expanded.characters += value.length;
    this.#unread(DONE_EXPANSION, start, end);
    const base = this.#frame.codes.length;
    for (let index = value.length - 1; index >= 0; index--) this.#unread(value.charCodeAt(index), start, end);
    this.#unread(START_EXPANSION, start, end);
    this.#expansion = { macro, base, frame: this.#frame };
  }

  #missing(kind: LexicalError["kind"], span: Span, value: string, quoted = false): Token {
    this.#report(kind, span, value);
    return new PlainToken("Missing", missingIndex, value, span.source, span.start, span.end, quoted, undefined);
  }

  /** Gives up: nothing behind this is read. */
  #stop(span: Span, name: string): Token {
    const token = this.#missing("expansion-limit", span, name);
    this.stoppedAt = span;
    return token;
  }

  /** Where in a macro's value the character that was just read comes from. */
  #originOffset(): number | undefined {
    const { macro, base, frame } = this.#expansion ?? {};
    if (!this.#expanding || macro === undefined || base === undefined || frame !== this.#frame) return undefined;
    const read = macro.value.length - (frame.codes.length - base);
    return read > 0 && read <= macro.value.length ? read - 1 : undefined;
  }

  /** The range of a macro's value from `offset` up to where reading stands. */
  #originFrom(offset: number | undefined): Span | undefined {
    if (offset === undefined || this.#expansion === undefined) return undefined;
    const { macro, base, frame } = this.#expansion;
    if (!macro.exact || offset < 0) return macro.origin;
    const remaining = frame === this.#frame ? Math.max(0, frame.codes.length - base) : 0;
    const { source, start, end } = macro.origin;
    return { source, start: start + offset, end: Math.max(start + offset, Math.min(end, end - remaining)) };
  }

  #slowToken(code: number, start: number): Token | undefined {
    if (code === END) return undefined;
    const { source } = this.#frame;
    const offset = this.#originOffset();
    if (offset !== undefined) this.#expanded.tokens++;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#slowString(code, source, start, offset);
    if (code === MINUS || isDigit(code)) {
      const token = this.#slowNumber(code, source, start, offset);
      if (token !== undefined) return token;
      code = this.#read();
    }
    if (startsWord(code)) return this.#slowWord(code, source, start, offset);
    return this.#slowCharacter(code, source, start, offset);
  }

  #slowCharacter(code: number, source: Source, start: number, offset: number | undefined): Token | undefined {
    let end = this.#charEnd;
    let value = String.fromCharCode(code);
    if (code === EQUALS) {
      const next = this.#read();
      if (next === GREATER) {
        value = "=>";
        end = this.#charEnd;
      } else this.#unread(next);
    }
    const origin = this.#originFrom(offset);
    if (code === NUL) return this.#stopAtNul({ source, start, end });
    if (code === NEWLINE) return new PlainToken("Newline", newlineIndex, value, source, start, end, false, origin);
    const index = punctuationIndex.get(value);
    if (index !== undefined) return new PlainToken("Punctuation", index, value, source, start, end, false, origin);
    return new PlainToken("Illegal", illegalIndex, value, source, start, end, false, origin);
  }

  /** A NUL byte outside quotes is the end of the text to smtpd's parser. */
  #stopAtNul(span: Span): undefined {
    this.stoppedAt = span;
    return undefined;
  }

  /** A number, or `-` alone; undefined (all pushed back) where the digits belong to a word. */
  #slowNumber(first: number, source: Source, start: number, offset: number | undefined): Token | undefined {
    const digits: { code: number; start: number; end: number }[] = [];
    let code = first;
    do {
      digits.push({ code, start: this.#charStart, end: this.#charEnd });
      if (digits.length > longestWord) return this.#tooLong(source, start);
      code = this.#read();
    } while (isDigit(code));
    this.#unread(code);
    const value = String.fromCharCode(...digits.map((digit) => digit.code));
    const end = digits.at(-1)?.end ?? start;
    if (value !== "-" && (code === END || canEndNumber(code))) {
      if (!fitsNumber(value)) return this.#skipLine(this.#missing("number-too-large", { source, start, end }, value));
      return new PlainToken("Number", numberIndex, value, source, start, end, false, this.#originFrom(offset));
    }
    for (const digit of digits.slice(1).reverse()) this.#unread(digit.code, digit.start, digit.end);
    const head = digits[0] as { code: number; start: number; end: number };
    if (first === MINUS) {
      return new PlainToken(
        "Illegal",
        illegalIndex,
        "-",
        source,
        head.start,
        head.end,
        false,
        this.#originFrom(offset),
      );
    }
    this.#unread(head.code, head.start, head.end);
    return undefined;
  }

  #slowWord(first: number, source: Source, start: number, offset: number | undefined): Token | undefined {
    const codes: number[] = [];
    let code = first;
    let end = this.#charEnd;
    do {
      codes.push(code);
      end = this.#charEnd;
      if (codes.length > longestWord) return this.#tooLong(source, start);
      code = this.#read();
    } while (continuesWord(code));
    this.#unread(code);
    return this.#word(fromCodes(codes), source, start, end, this.#originFrom(offset));
  }

  #slowString(quote: number, source: Source, start: number, offset: number | undefined): Token | undefined {
    if (this.#isCut(quote, source, start)) return this.#cutString(this.#frame, start);
    const codes: number[] = [];
    let bytes = 0;
    for (;;) {
      let code = this.#rawInString(source, start);
      if (code === END) return this.#endInString(source, start, codes);
      if (code === NEWLINE) continue;
      if (code === quote) break;
      if (code === NUL) return this.#nulInString(source, start);
      if (code === BACKSLASH) {
        const next = this.#rawInString(source, start);
        if (next === END) return this.#endInString(source, start, codes);
        if (next === NEWLINE) continue;
        if (next === quote || (!this.#keepsBlankEscapes && (next === SPACE || next === TAB))) code = next;
        else this.#unread(next);
      }
      codes.push(code);
      bytes += source.encoding === "latin1" ? 1 : bytesOfUnit(code);
      if (bytes > longestString) return this.#tooLong(source, start, true);
    }
    const end = this.#charEnd;
    return new PlainToken("String", stringIndex, fromCodes(codes), source, start, end, true, this.#originFrom(offset));
  }

  /** `lgetc(quotec)`: no folding; the end of any file within quotes is the end of the string, and an error. */
  #rawInString(source: Source, start: number): number {
    const code = this.#raw();
    if (code === END) this.#report("unterminated-string", { source, start, end: start + 1 }, "");
    return code;
  }

  #endInString(source: Source, start: number, codes: readonly number[]): Token {
    const end = this.#frame.source.text.length;
    return new PlainToken("Missing", missingIndex, fromCodes(codes), source, start, end, true, undefined);
  }

  #nulInString(source: Source, start: number): Token {
    const end = this.#charEnd;
    this.#report("nul-in-string", { source, start: this.#charStart, end }, "");
    return this.#skipLine(new PlainToken("Missing", missingIndex, "", source, start, end, false, undefined));
  }

  #tooLong(source: Source, start: number, quoted = false): Token {
    return this.#skipLine(this.#missing("string-too-long", { source, start, end: this.#charEnd }, "", quoted));
  }

  /** `findeol()`: what is left of the line is not read. */
  #skipLine(token: Token): Token {
    let end = token.end;
    let code = this.#read();
    while (code !== NEWLINE && code !== END) {
      end = this.#charEnd;
      code = this.#read();
    }
    this.#unread(code);
    if (end > token.end) this.skipped.push({ source: token.source, start: token.end, end });
    return token;
  }
}

function newFrame(source: Source): Frame {
  const marked = source.text.includes("\u0001") || source.text.includes("\u0002");
  return { source, marked, position: 0, endReached: false, codes: [], starts: [], ends: [] };
}

function copyOf(frame: Frame): Frame {
  return { ...frame, codes: frame.codes.slice(), starts: frame.starts.slice(), ends: frame.ends.slice() };
}

/** Whether the newline at `end` is swallowed by the backslash before it; a backslash before that one eats it first. */
function isFolded(text: string, start: number, end: number): boolean {
  let backslashes = 0;
  while (end - 1 - backslashes > start && text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 1;
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

/** A string with an escape, a newline or a byte that smtpd does not simply copy. */
function needsCare(value: string): boolean {
  return value.includes("\\") || value.includes("\n") || value.includes("\0");
}

/** The bytes of one UTF-16 unit; the two halves of a pair have two each. */
function bytesOfUnit(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) return 2;
  return 3;
}

function fitsNumber(text: string): boolean {
  if (text.length <= 18) return true;
  const number = BigInt(text);
  return number >= -(2n ** 63n) && number < 2n ** 63n;
}

/** `String.fromCharCode` on pieces that the call stack can take. */
function fromCodes(codes: readonly number[]): string {
  let text = "";
  for (let index = 0; index < codes.length; index += 4096) {
    text += String.fromCharCode(...codes.slice(index, index + 4096));
  }
  return text;
}

/** Takes back what was recorded behind a position that is read again. */
function dropAfter<T>(list: T[], spanOf: (item: T) => Span, source: Source, position: number): void {
  while (list.length > 0) {
    const span = spanOf(list.at(-1) as T);
    if (span.source !== source || span.start < position) return;
    list.pop();
  }
}
