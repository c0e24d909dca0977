import { describe, expect, test } from "vitest";
import { keywordNames, reservedWords } from "../../language/keywords.ts";
import { type Release, releases } from "../../language/releases.ts";
import { textOf } from "../source.ts";
import { remainingTokens, type ScanOptions, scannerOf, tokensOf } from "../testing.ts";
import type { Token } from "./token.ts";

// What is expected here was asked of smtpd 6.8, 7.4, 7.6 and 7.9: `match action WORD` names the word that it has read,
// `mta max-deferred` takes a number only, `smtp max-message-size` names any string that is no size.

/** A token on one line: `word`, `"string"`, `@keyword`, `#number`, `{`, `↵`, `?illegal`, `!what is missing`. */
function show({ kind, value, quoted }: Token): string {
  if (kind === "String") return quoted ? JSON.stringify(value) : value;
  if (kind === "Newline") return "↵";
  return { Keyword: "@", Number: "#", Punctuation: "", Illegal: "?", Missing: "!" }[kind] + value;
}

/** The mark of an expansion's end changes nothing at the start of a text, but has it read a character at a time. */
const mark = "\u0002";

/** The tokens of a text without the newline that smtpd adds to its end, read in both ways. */
function scan(text: string, options: ScanOptions = {}): string {
  const tokens = tokensOf(text, options).map(show);
  expect(tokensOf(mark + text, options).map(show)).toEqual(tokens);
  return tokens.join(" ").replace(/ ?↵$/, "");
}

function errorsOf(text: string, options: ScanOptions = {}): string[] {
  const scanner = scannerOf(text, options);
  remainingTokens(scanner);
  return scanner.errors.map(({ kind, span, value }) => `${kind} ${JSON.stringify(textOf(span))} ${value}`.trim());
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

describe("words", () => {
  const first = new Set(`${letters}${digits}:_`);
  const further = new Set(`${letters}${digits}"$%&'*+-./:;?@[]^_\`|~`);
  const vanishing = new Set(["\u0001", "\u0002", "\\"]);

  test.each(ascii.filter((character) => first.has(character)))("can begin with %j", (character) => {
    expect(scan(`x ${character}z`)).toBe(`x ${character}z`);
  });

  test.each(ascii.filter((character) => !first.has(character)))("cannot begin with %j", (character) => {
    expect(scan(`x ${character}z`)).not.toBe(`x ${character}z`);
  });

  test.each(ascii.filter((character) => further.has(character)))("can go on with %j", (character) => {
    expect(scan(`a${character}b`)).toBe(`a${character}b`);
  });

  test.each(ascii.filter((character) => vanishing.has(character)))("lose a %j within", (character) => {
    expect(scan(`a${character}b`)).toBe("ab");
  });

  const ending = ascii.filter((character) => !further.has(character) && !vanishing.has(character));
  test.each(ending)("end before %j", (character) => {
    expect(tokensOf(`a${character}b`).map(({ value }) => value)[0]).toBe("a");
  });

  test.each([..."/*@.-+~%&?[]|^;`"])("cannot begin with %s, which may stand within", (character) => {
    expect(scan(`${character}x`)).toBe(`?${character} x`);
    expect(scan(`x${character}x`)).toBe(`x${character}x`);
  });

  test.each([
    ["mail.example.com", "mail.example.com"],
    ["file:/etc/mail/aliases", "file:/etc/mail/aliases"],
    ["user@example.com", "user@example.com"],
    ["::1", "::1"],
    ["1M;", "1M;"],
    ['a"b"', 'a"b"'],
    ["mail$x", "mail$x"],
    ["a!b", "a ! b"],
    ["a,b", "a , b"],
    ["<a>", "< a >"],
    ["{a}", "{ a }"],
    ["a(b)", "a ?( b ?)"],
    ["~/Maildir", "?~ ?/ Maildir"],
    ["%{user.username}", "?% { user.username }"],
  ])("%s is %s", (text, tokens) => {
    expect(scan(text)).toBe(tokens);
  });
});

describe("reserved words", () => {
  test.each<[Release, number]>([
    ["6.4.0", 75],
    ["6.4.2", 75],
    ["6.6.0", 98],
    ["6.6.4", 98],
    ["6.7.1", 99],
    ["6.8.0", 100],
    ["7.3", 101],
    ["7.9", 101],
  ])("of %s are %d", (target, count) => {
    const found = keywordNames.filter((name) => tokensOf(name, { target })[0]?.kind === "Keyword");
    expect(found).toEqual(reservedWords(target));
    expect(found.length).toBe(count);
  });

  test.each([
    ["regex", "6.4.2", "regex"],
    ["regex", "6.6.0", "@regex"],
    ["bypass", "6.6.4", "bypass"],
    ["bypass", "6.7.1", "@bypass"],
    ["admd", "6.7.1", "admd"],
    ["admd", "6.8.0", "@admd"],
    ["protocols", "6.8.0", "protocols"],
    ["protocols", "7.3", "@protocols"],
    ["to", "6.4.2", "@to"],
    ["to", "6.6.0", "to"],
  ] as const)("%s in %s is %s", (text, target, tokens) => {
    expect(scan(text, { target })).toBe(tokens);
  });

  test("are matched in lower case and as a whole", () => {
    expect(scan("listen Listen LISTEN listening listen-on")).toBe("@listen Listen LISTEN listening listen-on");
  });

  test("are strings in quotes", () => {
    expect(scan(`"listen" 'listen'`)).toBe('"listen" "listen"');
  });

  test("can be put together from what a backslash tears apart", () => {
    expect(scan("lis\\\nten lis\\ten")).toBe("@listen @listen");
  });

  test.each(["file", "db", "static", "none", "auto", "stdin", "via", "as", "accept", "deliver", "sender", "source"])(
    "do not include %s",
    (word) => {
      for (const target of releases) expect(scan(word, { target })).toBe(word);
    },
  );

  test("do not include the names of object properties", () => {
    expect(scan("constructor __proto__ toString hasOwnProperty")).toBe("constructor __proto__ toString hasOwnProperty");
  });
});

describe("numbers", () => {
  const terminators = ["\t", "\n", "\v", "\f", "\r", " ", ")", ",", "/", "}", "="];
  const latin1 = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  const wordParts = new Set(`${letters}"$%&'*+-.:;?@[]^_\`|~`);
  const invisible = new Set(["\u0001", "\u0002", "\\", ...digits]);

  test.each(terminators)("end before %j", (character) => {
    const [number, next] = tokensOf(`25${character}x`);
    expect(number).toMatchObject({ kind: "Number", value: "25", start: 0, end: 2 });
    if (character !== " " && character !== "\t") expect(next).toMatchObject({ value: character, start: 2 });
  });

  test("end with the text", () => {
    expect(scan("25")).toBe("#25");
  });

  test.each([...wordParts])("are words when %s follows", (character) => {
    expect(scan(`25${character}x`)).toBe(`25${character}x`);
  });

  const others = latin1.filter((one) => !terminators.includes(one) && !wordParts.has(one) && !invisible.has(one));
  test.each(others)("are words of digits before %j", (character) => {
    expect(tokensOf(`25${character}`, { encoding: "latin1" })[0]).toMatchObject({ kind: "String", value: "25" });
  });

  test.each([
    ["007 -3 -0", "#007 #-3 #-0"],
    ["10/8", "#10 ?/ #8"],
    ["10.0.0.1", "10.0.0.1"],
    ["192.168.0.0/16", "192.168.0.0/16"],
    ["4d 1a 35M 1.5M 1:2 2> 3{", "4d 1a 35M 1.5M 1:2 2 > 3 {"],
    ["25#x", "25"],
    ["1}", "#1 }"],
    ["1=2", "#1 = #2"],
    ["1=>2", "#1 => #2"],
    ["- 5", "?- #5"],
    ["--5", "?- #-5"],
    ["-x", "?- x"],
    ["-5x", "?- 5x"],
    ["-5-", "?- 5-"],
    ["5- 1-2", "5- 1-2"],
    ["2\\5", "#25"],
    ["2\\\n5", "#25"],
    ["25\\\nx", "25x"],
    ["25\\ x", "#25 x"],
    ["25\u0001", "#25"],
  ])("%j is %s", (text, tokens) => {
    expect(scan(text)).toBe(tokens);
  });

  test.each(["9223372036854775807", "-9223372036854775808", `${"0".repeat(40)}5`, "999999999999999999"])(
    "of 64 bits are taken: %s",
    (number) => {
      expect(scan(number)).toBe(`#${number}`);
      expect(errorsOf(number)).toEqual([]);
    },
  );

  test.each(["9223372036854775808", "-9223372036854775809", "99999999999999999999"])(
    "of more than 64 bits lose the rest of their line: %s",
    (number) => {
      expect(scan(`${number} x "y\nz`)).toBe(`!${number} ↵ z`);
      expect(errorsOf(`${number} x "y\nz`)).toEqual([`number-too-large "${number}" ${number}`]);
    },
  );

  test("have at most 8095 digits", () => {
    expect(errorsOf(`${"0".repeat(8094)}1`)).toEqual([]);
    expect(errorsOf(`${"0".repeat(8095)}1`)[0]).toMatch(/^string-too-long/);
  });
});

describe("strings", () => {
  test.each([
    ['"a\\"b"', 'a"b', "the quote after a backslash is taken"],
    ["'a\\'b'", "a'b", "the quote after a backslash is taken"],
    ['"a\\\'b"', "a\\'b", "the other quote keeps its backslash"],
    ["'a\\\"b'", 'a\\"b', "the other quote keeps its backslash"],
    ['"a\\\tb"', "a\tb", "a backslash before a tab vanishes"],
    ['"a\\\nb"', "ab", "a backslash and a newline vanish"],
    ['"a\nb"', "ab", "a newline vanishes"],
    ['"a \\\n  b"', "a   b", "blanks around a newline stay"],
    ['"a\\\r\nb"', "a\\\rb", "a carriage return stays, with the backslash before it"],
    ['"a\\nb"', "a\\nb", "there is no escape for a newline"],
    ['"a\\\\b"', "a\\\\b", "a backslash does not escape a backslash"],
    ['"a\\\\"b"', 'a\\"b', "the second backslash escapes the quote"],
    ['"a\\\\\nb"', "a\\b", "the second backslash joins the lines"],
    ['"a\\$b"', "a\\$b", "a dollar keeps its backslash"],
    ['"a$b#c"', "a$b#c", "no macro is used and no comment begins"],
    ['""', "", "it can be empty"],
    ["''", "", "it can be empty"],
    ['"\u0001a\u0002"', "a", "the marks of an expansion vanish"],
    ['"a\\\u0001\u0002"b"', 'a"b', "the marks of an expansion vanish before an escape is seen"],
    ['"é€😀"', "é€😀", "bytes beyond ASCII stay"],
    ['"\ufeff"', "\ufeff", "bytes beyond ASCII stay"],
    ['"a\u0003\u007fb"', "a\u0003\u007fb", "other control characters stay"],
  ])("%j is %j: %s", (text, value) => {
    expect(scan(text)).toBe(JSON.stringify(value));
  });

  test.each<[Release, string]>([
    ["6.4.0", "a\\ b\\\tc"],
    ["6.4.2", "a\\ b\\\tc"],
    ["6.6.0", "a b\tc"],
    ["7.9", "a b\tc"],
  ])("keep the backslash before a blank up to 6.4: %s", (target, value) => {
    expect(scan('"a\\ b\\\tc"', { target })).toBe(JSON.stringify(value));
  });

  test.each([
    ['"a""b"', '"a" "b"'],
    ['"a"b', '"a" b'],
    ['"a"25', '"a" #25'],
    ['a"b"', 'a"b"'],
    ['\\"a"', '"a"'],
    ['a\\"b"', 'a"b"'],
    [`"it's" 'say "x"'`, `"it's" "say \\"x\\""`],
  ])("%s is %s", (text, tokens) => {
    expect(scan(text)).toBe(tokens);
  });

  test("say whether they were quoted, and where they stand", () => {
    const tokens = tokensOf('ab \'c d\' "e\\"f"');
    expect(tokens.slice(0, 3).map(({ quoted, start, end }) => [quoted, start, end])).toEqual([
      [false, 0, 2],
      [true, 3, 8],
      [true, 9, 15],
    ]);
  });

  test.each(['"a', '"a\n', '"a\\', '"a\\"', '"a\\\\"', "'a\"", '"a\\\n', "x\n'y\nz\n"])(
    "without an end are reported where they open: %j",
    (text) => {
      const quote = text.includes("'") ? "'" : '"';
      expect(errorsOf(text)).toEqual([`unterminated-string ${JSON.stringify(quote)}`]);
      expect(errorsOf(mark + text)).toEqual([`unterminated-string ${JSON.stringify(quote)}`]);
    },
  );

  test.each(['"a\0b" c "d\ne', '"a\\\0b" c\ne'])("with a NUL byte lose the rest of the line: %j", (text) => {
    expect(scan(text)).toBe("! ↵ e");
    expect(errorsOf(text)).toEqual(['nul-in-string "\\u0000"']);
    expect(tokensOf(text)[0]).toMatchObject({ kind: "Missing", start: 0, end: text.indexOf("\0") + 1 });
  });
});

describe("lengths", () => {
  test("a word has at most 8095 bytes", () => {
    expect(tokensOf("a".repeat(8095))[0]).toMatchObject({ kind: "String", value: "a".repeat(8095) });
    expect(scan(`${"a".repeat(8096)} b c\nd`)).toBe("! ↵ d");
    expect(errorsOf(`x ${"a".repeat(9000)}`)).toEqual([`string-too-long "${"a".repeat(8096)}"`]);
  });

  test("a word that is folded over lines counts as a whole", () => {
    const half = "a".repeat(4048);
    expect(errorsOf(`${half}\\\n${half.slice(1)}`)).toEqual([]);
    expect(errorsOf(`${half}\\\n${half}`)[0]).toMatch(/^string-too-long/);
  });

  test.each([
    ["ASCII", "utf8", "a", 8094],
    ["two bytes each", "utf8", "é", 4047],
    ["three bytes each", "utf8", "€", 2698],
    ["four bytes each", "utf8", "😀", 2023],
    ["bytes of a file that is no UTF-8", "latin1", "é", 8094],
  ] as const)("a string has at most 8094 bytes: %s", (_what, encoding, character, count) => {
    expect(errorsOf(`"${character.repeat(count)}"`, { encoding })).toEqual([]);
    expect(errorsOf(`'${character.repeat(count)}' x`, { encoding })).toEqual([]);
    expect(errorsOf(`"${character.repeat(count + 1)}"`, { encoding })[0]).toMatch(/^string-too-long/);
    expect(scan(`"${character.repeat(count + 1)}" b\nc`, { encoding })).toBe("! ↵ c");
  });

  test("what an escape drops does not count", () => {
    expect(errorsOf(`"${"a".repeat(8093)}\\""`)).toEqual([]);
    expect(errorsOf(`"${"a".repeat(8094)}\\""`)[0]).toMatch(/^string-too-long/);
    expect(errorsOf(`"${"a".repeat(8094)}\n\\\n"`)).toEqual([]);
  });

  test("the name of a macro in use has at most 8093 characters", () => {
    const longest = "M".repeat(8093);
    expect(scan(`$${longest}`, { macros: [`${longest}=x`] })).toBe("x");
    expect(scan(`$${longest}M y\nz`, { macros: [`${longest}M=x`] })).toBe("! ↵ z");
    expect(errorsOf(`$${longest}M`)[0]).toMatch(/^string-too-long/);
  });
});

describe("backslashes outside quotes", () => {
  test.each([
    ["a\\\nb", "ab", "a newline after one vanishes"],
    ["a \\\n b", "a b", "a newline after one vanishes"],
    ["a\\\n\\\n\\\nb", "ab", "so do several in a row"],
    ["\\\n\\\na", "a", "also at the start"],
    ["a\\b", "ab", "a lone one vanishes"],
    ["a\\\\b", "a\\b", "of two, the first vanishes"],
    ["a\\\\\\\\b", "a\\\\b", "of four, the first and the third vanish"],
    ["\\\\b", "?\\ b", "of two, the second cannot begin a word"],
    ["a\\\\\nb", "a\\ ↵ b", "the second does not fold the line"],
    ["a\\\\\\\nb", "a\\b", "the third does"],
    ["\\#x", "", "a comment begins all the same"],
    ["\\*x", "?* x", "what cannot begin a word still cannot"],
    ["a\\ b", "a b", "a blank still separates"],
    ["a\\(b", "a ?( b", "what ends a word still does"],
    ["a\\\r\nb", "a ?\r ↵ b", "a carriage return is not a newline"],
    ["a\\ \nb", "a ↵ b", "a blank is not a newline"],
    ["a\\", "a", "nothing follows at the end"],
    ["a\\\n", "a", "nothing follows at the end"],
    ["\\$M", "x", "a macro is used all the same"],
    ['\\"a b"', '"a b"', "a string begins all the same"],
    ["=\\>", "=>", "an arrow is put together"],
    ["=\\\n>", "=>", "an arrow is put together"],
  ])("%j is %j: %s", (text, tokens) => {
    expect(scan(text, { macros: ["M=x"] })).toBe(tokens);
  });
});

describe("punctuation", () => {
  test.each([
    ["{}<>!,=", "{ } < > ! , ="],
    ["=>", "=>"],
    ["= >", "= >"],
    ["=>=", "=> ="],
    ["==>", "= =>"],
    ["=#>", "="],
    ["! tls", "! @tls"],
    ["!!tls", "! ! @tls"],
    ["< a >", "< a >"],
    ["a=>b", "a => b"],
  ])("%s is %s", (text, tokens) => {
    expect(scan(text)).toBe(tokens);
  });

  test.each([..."()*+./;?@[]^`|~%&"])("does not include %s", (character) => {
    expect(scan(character)).toBe(`?${character}`);
  });
});

describe("blanks and lines", () => {
  test.each([
    [" \t a \t b \t ", "a b", "spaces and tabs separate"],
    ["a\nb", "a ↵ b", "a newline is a token"],
    ["\n\na", "↵ ↵ a", "also on an empty line"],
    ["a\r\nb", "a ?\r ↵ b", "a carriage return is illegal"],
    ["a\vb\fc", "a ?\v b ?\f c", "so are a vertical tab and a form feed"],
    ["\ufeffa", "?\ufeff a", "so is a byte order mark"],
    ["a\u00a0b", "a ?\u00a0 b", "so is a blank beyond ASCII"],
    ["aé", "a ?é", "so is a letter beyond ASCII"],
  ])("%j is %j: %s", (text, tokens) => {
    expect(scan(text)).toBe(tokens);
  });

  test("the last line gets a newline of its own, at the end of the text", () => {
    expect(tokensOf("a").map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ["String", 0, 1],
      ["Newline", 1, 1],
    ]);
    expect(tokensOf("").map(({ kind }) => kind)).toEqual(["Newline"]);
  });
});

describe("comments", () => {
  test.each([
    ["a # b\nc", "a ↵ c", ["# b"], "end with their line"],
    ["a# b", "a", ["# b"], "need no blank before them"],
    ["#", "", ["#"], "can be empty"],
    ["# a\r\nb", "↵ b", ["# a\r"], "may hold a carriage return"],
    ["# \0\nb", "↵ b", ["# \0"], "may hold a NUL byte"],
    ['# "\nb', "↵ b", ['# "'], "open no string"],
    ["# $nothing\nb", "↵ b", ["# $nothing"], "use no macro"],
    ["# a \\\nb\nc", "↵ c", ["# a \\\nb"], "go on behind a backslash at the end of the line"],
    ["# a \\\n\\\nb\nc", "↵ c", ["# a \\\n\\\nb"], "go on as often as a line ends so"],
    ["# a \\\\\nb", "↵ b", ["# a \\\\"], "end where the backslash is eaten by another"],
    ["# a \\\\\\\nb", "", ["# a \\\\\\\nb"], "go on where the third one is left over"],
    ["# a \\\r\nb", "↵ b", ["# a \\\r"], "end where a carriage return stands between"],
    ["# a \\ \nb", "↵ b", ["# a \\ "], "end where a blank stands between"],
    ["# a \\\n\nb", "↵ b", ["# a \\\n"], "go on over an empty line"],
    ["# a \\\n", "", ["# a \\\n"], "end with the text"],
    ["a # b # c", "a", ["# b # c"], "hold no other comments"],
  ])("%j is %j with %j: they %s", (text, tokens, comments, _what) => {
    expect(scan(text)).toBe(tokens);
    for (const prefix of ["", mark]) {
      const scanner = scannerOf(prefix + text);
      remainingTokens(scanner);
      expect(scanner.comments.map(textOf)).toEqual(comments);
    }
  });
});

describe("a NUL byte", () => {
  test.each(["a b\0 c\nd", "a b \0", "a b\\\0c"])("ends the text outside quotes and comments: %j", (text) => {
    expect(scan(text)).toBe("a b");
    const scanner = scannerOf(text);
    remainingTokens(scanner);
    expect(scanner.stoppedAt).toMatchObject({ start: text.indexOf("\0"), end: text.indexOf("\0") + 1 });
    expect(scanner.next()).toBeUndefined();
  });

  test("leaves the rest of the file unread", () => {
    const scanner = scannerOf("a\0 b\nc");
    remainingTokens(scanner);
    expect(scanner.unread().map(textOf)).toEqual([" b\nc"]);
  });
});

describe("macros", () => {
  const macros = [
    "M=mail",
    "P=port 25",
    'Q="a b"',
    'H="a',
    "C=x # y",
    "K=listen",
    "N=25",
    "E=",
    "T=<t>",
    "L={ a, b }",
    "D=$M",
    "B=a\\b",
    "Z=x\\",
    "W=a\nb",
    "AB=two",
    "_1=u",
  ];

  test.each([
    ["$M", "mail", "is read at the place of use"],
    ["$P", "@port #25", "may have several tokens"],
    ["$Q", '"a b"', "may have quotes"],
    ['$H b"', '"a b"', "may open a string that the file closes"],
    ["$C z\nw", "x ↵ w", "may begin a comment that takes the rest of the line"],
    ["$K", "@listen", "may be a reserved word"],
    ["$N", "#25", "may be a number"],
    ["$N$N", "25$N", "may be a number that becomes a word with what follows"],
    ["$E a", "a", "may be empty"],
    ["$T $L", "< t > { a , b }", "may have punctuation"],
    ["$W", "a ↵ b", "may have lines where the command line gave it some"],
    ["$B", "ab", "loses its lone backslashes only now"],
    ["$Z\nb", "xb", "may end with the backslash that folds the line"],
    ["$M.example.com", "mail.example.com", "is glued to what follows"],
    ['$M"x"', 'mail"x"', "is glued to a quote that follows a word"],
    ['$Q"x"', '"a b" "x"', "is not glued behind a string"],
    ["$M$M", "mail$M", "is not used again within the word that it begins"],
    ["$Q$Q", '"a b" "a b"', "is used again behind a string"],
    ["a$M", "a$M", "is not used within a word"],
    ["1$M", "1$M", "is not used within a word"],
    ["\"$M\" '$M'", '"$M" "$M"', "is not used in quotes"],
    ["$D", "?$ M", "is not used within another one's value"],
    ["<$M>", "< mail >", "is used behind punctuation"],
    ["$_1", "u", "can have underscores and digits in its name"],
    ["$A\\\nB", "two", "can have its name folded"],
    ["$A\\B", "two", "can have a lone backslash in its name"],
    ["$AB.c", "two.c", "has a name of letters, digits and underscores only"],
  ])("%j is %j: it %s", (text, tokens) => {
    expect(scan(text, { macros })).toBe(tokens);
  });

  test.each([
    ["$none a", "!none a", 'undefined-macro "$none" none'],
    ["$ M", "! M", 'undefined-macro "$"'],
    ["$\x7bM}", "! { M }", 'undefined-macro "$"'],
    ["$", "!", 'undefined-macro "$"'],
    ["$-x", "! ?- x", 'undefined-macro "$"'],
  ])("%j is no use of one", (text, tokens, error) => {
    expect(scan(text, { macros })).toBe(tokens);
    expect(errorsOf(text, { macros })).toEqual([error]);
  });

  test("an empty name can be defined on the command line", () => {
    expect(scan("$ q", { macros: ["=v"] })).toBe("v q");
  });

  test("the first of two definitions on the command line counts", () => {
    expect(scan("$A", { macros: ["A=1x", "A=2x"] })).toBe("1x");
  });

  test("the command line is split at its last equals sign", () => {
    expect(scan("$A", { macros: ["A=B=x"] })).toBe("!A");
  });

  test("uses are kept with their macro", () => {
    const scanner = scannerOf('"$M" $M.x # $M\n$none', { macros });
    remainingTokens(scanner);
    expect(scanner.macroUses.map(({ name, start, end, macro }) => [name, start, end, macro?.value])).toEqual([
      ["M", 5, 7, "mail"],
      ["none", 15, 20, undefined],
    ]);
  });
});

describe("the marks of an expansion in a file", () => {
  const macros = ["A=x", "S='y\u0001'"];

  test.each([
    ["\u0001$A", "?$ A", "the first one switches macros off"],
    ["\u0001\u0002$A", "x", "the second one switches them on again"],
    ["# \u0001\n$A", "↵ ?$ A", "also in a comment"],
    ['"\u0001" $A', '"" ?$ A', "also in a string"],
    ["\u0001$A\u0002 $A", "?$ A x", "between them a dollar is a character"],
  ])("%j is %j: %s", (text, tokens) => {
    expect(scan(text, { macros })).toBe(tokens);
  });

  test("a macro may use another one behind the second mark", () => {
    expect(scan("$B", { macros: ["A=x", `B=${mark}$A`] })).toBe("x");
  });

  test.each([`A=${mark}$A`, `A=a ${mark}$A b`])(
    "a macro that uses itself ends with an error, not never: %j",
    (macro) => {
      const scanner = scannerOf("$A b\nc", { macros: [macro] });
      const tokens = remainingTokens(scanner);
      expect(scanner.errors.map(({ kind }) => kind)).toEqual(["expansion-limit"]);
      expect(scanner.stoppedAt).toMatchObject({ start: 0, end: 2 });
      expect(tokens.at(-1)?.kind).toBe("Missing");
      expect(tokens.length).toBeLessThan(2000);
    },
  );

  test("macros that grow the text without end stop it", () => {
    const scanner = scannerOf("$A ".repeat(600), { macros: [`A=${"a ".repeat(2000)}`] });
    const tokens = remainingTokens(scanner);
    expect(scanner.errors.map(({ kind }) => kind)).toEqual(["expansion-limit"]);
    expect(tokens.length).toBeGreaterThan(1_000_000);
  });
});

describe("places", () => {
  const macros = ["P=port  25", 'Q="a b"', "M=mail", "O=a"];

  /** Each token with the text that it stands for in the file, and the text that it comes from. */
  function places(text: string): (readonly [string, string, string | undefined])[] {
    const tokens = tokensOf(text, { macros }).filter(({ kind }) => kind !== "Newline");
    return tokens.map((token) => [show(token), textOf(token), token.origin && textOf(token.origin)] as const);
  }

  test("a token of the file has no origin", () => {
    expect(places('on "a b" <x>')).toEqual([
      ["@on", "on", undefined],
      ['"a b"', '"a b"', undefined],
      ["<", "<", undefined],
      ["x", "x", undefined],
      [">", ">", undefined],
    ]);
  });

  test("a token of a macro stands for the use, and comes from its part of the value", () => {
    expect(places("$P x")).toEqual([
      ["@port", "$P", "port"],
      ["#25", "$P", "25"],
      ["x", "x", undefined],
    ]);
    expect(places("$Q")).toEqual([['"a b"', "$Q", '"a b"']]);
  });

  test("a token that goes on behind the macro has both in its range", () => {
    expect(places("$M.example.org y")).toEqual([
      ["mail.example.org", "$M.example.org", "mail"],
      ["y", "y", undefined],
    ]);
  });

  test("a token that is folded has the fold in its range", () => {
    expect(places("a\\\nb c\\d")).toEqual([
      ["ab", "a\\\nb", undefined],
      ["cd", "c\\d", undefined],
    ]);
  });

  test("a token has its own range where others come before it on the line", () => {
    expect(tokensOf('\n  ab "c"').map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [3, 5],
      [6, 9],
      [9, 9],
    ]);
  });
});

describe("a string that is cut", () => {
  /** Scans until the first quoted token, goes back to it, and scans the rest. */
  function cut(text: string): string {
    const scanner = scannerOf(text);
    let token = scanner.next();
    while (token !== undefined && !token.quoted) token = scanner.next();
    if (token === undefined || !scanner.cutString(token)) throw new Error("nothing was cut");
    return remainingTokens(scanner).map(show).join(" ");
  }

  test.each([
    ['a "b c\nd "e"\nf', '!b c ↵ d "e" ↵ f ↵', "ends with its line"],
    ["a 'b c\nd", "!b c ↵ d ↵", "ends with its line"],
    ['"a', "!a ↵", "ends with the text"],
    [`${mark}a "b\nc "d"`, '!b ↵ c "d" ↵', "ends with its line where characters are read one at a time"],
  ])("%j is %j: it %s", (text, tokens) => {
    expect(cut(text)).toBe(tokens);
  });

  test("takes back what was recorded behind it", () => {
    const scanner = scannerOf('"a\n" # one\n$x 99999999999999999999 y\n');
    const [first] = [scanner.next()];
    remainingTokens(scanner);
    expect([scanner.comments.length, scanner.errors.length]).toEqual([1, 2]);
    if (first === undefined || !scanner.cutString(first)) throw new Error("nothing was cut");
    expect([scanner.comments, scanner.errors, scanner.macroUses, scanner.skipped]).toEqual([[], [], [], []]);
  });

  test("cannot be one that a macro opens", () => {
    const scanner = scannerOf("$Q\nb", { macros: ['Q="a'] });
    const token = scanner.next();
    expect(token?.kind).toBe("Missing");
    expect(token && scanner.cutString(token)).toBe(false);
  });

  test("has those cut as well that open in what it took in", () => {
    const scanner = scannerOf('\\"a\n'.repeat(3000));
    const first = scanner.next();
    if (first === undefined || !scanner.cutString(first)) throw new Error("nothing was cut");
    const values = remainingTokens(scanner).flatMap(({ kind, value }) => (kind === "Missing" ? [value] : []));
    expect(values.slice(0, 2500)).toEqual(Array.from({ length: 2500 }, () => "a"));
  });
});
