import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { determinize } from "./automaton.ts";
import { anyCharacter } from "./character-set.ts";
import { compilePattern } from "./program.ts";
import {
  automatonOf,
  charactersOf,
  matchesRegularExpression,
  parseRegularExpression,
  type RegularExpression,
} from "./regular-expression.ts";

function expressionOf(pattern: string): RegularExpression {
  const expression = parseRegularExpression(pattern);
  if (expression.kind === "RegexFault") throw new Error(`${pattern}: ${expression.message}`);
  return expression;
}

/** The subjects that are found, or the reason why there is no answer. */
function found(pattern: string, subjects: readonly string[]): readonly string[] | string {
  const expression = parseRegularExpression(pattern);
  if (expression.kind === "RegexFault") return expression.reason;
  return subjects.filter((subject) => matchesRegularExpression(expression, subject));
}

/** A pattern, the subjects that glibc 2.36 finds it in, and those that it does not. */
type Row = readonly [pattern: string, finds: readonly string[], misses: readonly string[]];

describe("finds what glibc finds", () => {
  test.each<Row>([
    ["bar", ["foo@bar.example"], ["foo"]],
    ["^bar", ["bar", "barn"], ["foo@bar.example"]],
    ["fo+$", ["foo", "xfo"], ["f", "food"]],
    ["^$", [""], ["foo"]],
    ["", ["", "foo"], []],
    ["foo|bar", ["foo", "a bar"], ["fobr"]],
    ["^a|b$", ["ax", "xb"], ["xax"]],
    ["^(a|)$", ["", "a"], ["b"]],
    ["^(|)$", [""], ["a"]],
    ["^()*$", [""], ["a"]],
    ["a||b", ["", "x"], []],
    ["a^b", [], ["ab", "a^b"]],
    ["a$b", [], ["ab", "a$b"]],
    [".*?", ["", "foo"], []],
    ["^a**+?$", ["", "aaa"], ["b"]],
    ["a.c", ["abc", "a.c"], ["ac"]],
    ["a)", ["a)"], ["a"]],
    [")*b", ["b", "))b"], ["a"]],
    ["a}]", ["a}]"], ["a"]],
  ])("anchors, branches and repeats: %j", expectRow);

  test.each<Row>([
    ["^a{2}$", ["aa"], ["a", "aaa"]],
    ["^a{2,}$", ["aa", "aaaa"], ["a"]],
    ["^a{,2}$", ["", "aa"], ["aaa"]],
    ["^a{,}$", ["", "aaaa"], ["b"]],
    ["^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]],
    ["^a{0}$", [""], ["a"]],
    ["^a{0}*b{1}$", ["b"], ["ab"]],
    ["^(ab?){2}{2}$", ["aaaa", "abaaba"], ["aaa"]],
    ["^a{\\0,2}$", ["", "aa"], ["aaa"]],
    ["^a{1\\,2}$", ["a", "aa"], ["aaa"]],
  ])("intervals: %j", expectRow);

  test.each<Row>([
    ["^[a-c]$", ["a", "c"], ["d", "-"]],
    ["^[^a-c]$", ["d", "é"], ["b", ""]],
    ["^[]a]$", ["]", "a"], ["b"]],
    ["^[^]a]$", ["b"], ["]", "a"]],
    ["^[a-]$", ["a", "-"], ["b"]],
    ["^[-a]$", ["a", "-"], ["b"]],
    ["^[---]$", ["-"], ["a"]],
    ["^[a^]$", ["a", "^"], ["b"]],
    ["^[\\d]$", ["\\", "d"], ["1"]],
    ["^[*+?(){}|$.]$", ["*", "|", "$", "."], ["a"]],
    ["^[[:alpha:]_]$", ["a", "Z", "_"], ["1", "é"]],
    ["^[[:alpha:]-]$", ["a", "-"], ["1"]],
    ["^[[:space:]]$", [" ", "\t", "\v"], ["a"]],
    ["^[[:xdigit:]]$", ["f", "F", "0"], ["g"]],
    ["^[[:punct:]]$", ["!", "~", "@"], ["a", " "]],
    ["^[^[:alnum:]]$", ["-", "_"], ["a", "0"]],
    ["^[[=a=]b]$", ["a", "b"], ["c"]],
    ["^[[.-.]a]$", ["-", "a"], ["b"]],
    ["^[[.a.]-c]$", ["b"], ["-"]],
    ["^[+--]$", ["+", ",", "-"], ["*", "."]],
  ])("bracket expressions: %j", expectRow);

  test.each<Row>([
    ["a\\.b", ["a.b"], ["axb"]],
    ["\\d", ["d"], ["1"]],
    ["\\n", ["n"], ["\\"]],
    ["^\\w+$", ["a_1"], ["a-1", ""]],
    ["^\\W+$", ["-."], ["a", "_"]],
    ["\\s", ["a b"], ["ab"]],
    ["^\\S+$", ["ab"], ["a b"]],
    ["\\bfoo\\b", ["foo", "a foo.", "x-foo"], ["food", "afoo", "foo_"]],
    ["\\Boo", ["foo"], ["oo", "-oo"]],
    ["^\\B$", [""], ["a"]],
    ["\\B\\`", ["", "."], ["a"]],
    ["\\<foo", ["foo", ".food"], ["afoo"]],
    ["foo\\>", ["afoo", "foo."], ["food"]],
    ["\\`a\\'", ["a"], ["ab", "ba"]],
    ["a\\|b\\(", ["a|b("], ["a"]],
  ])("escapes: %j", expectRow);

  test.each<Row>([
    ["(?i)foo", ["foo", "FOO", "xFoO"], ["fo"]],
    ["(?i)^[a-c]$", ["B", "b"], ["d"]],
    ["(?i)^[^a]$", ["b"], ["a", "A"]],
    ["(?i)^[[:upper:]]$", ["a", "A"], ["1"]],
    ["(?i)^\\w$", ["a", "A"], ["-"]],
    ["(?i)^\\W$", ["-"], ["a", "A"]],
    ["(?i)\\a", [], ["a", "A"]],
    ["(?i)\\A", ["a", "A"], ["b"]],
    ["(?i)é", ["é"], ["É"]],
    ["(?i)", ["", "a"], []],
  ])("ignoring case: %j", expectRow);

  function expectRow(pattern: string, finds: readonly string[], misses: readonly string[]): void {
    expect(found(pattern, [...finds, ...misses])).toEqual(finds);
  }
});

test("an upper case letter is another letter than the lower case one", () => {
  expect(found("a", ["a", "A"])).toEqual(["a"]);
  expect(found("^[[:upper:]]$", ["a", "A"])).toEqual(["A"]);
});

describe("refuses what glibc refuses", () => {
  test.each([
    ["(", 0, 'The "(" has no ")" that closes it.'],
    ["a(b(c)", 1, 'The "(" has no ")" that closes it.'],
    ["*a", 0, 'There is nothing before the "*" that it could repeat.'],
    ["a|*b", 2, 'There is nothing before the "*" that it could repeat.'],
    ["(+a)", 1, 'There is nothing before the "+" that it could repeat.'],
    ["(?:a)", 1, 'There is nothing before the "?" that it could repeat.'],
    ["^*", 1, 'There is nothing before the "*" that it could repeat.'],
    ["\\b+", 2, 'There is nothing before the "+" that it could repeat.'],
    ["{1}", 0, 'There is nothing before the "{" that it could repeat.'],
    ["a\\", 1, "The backslash at the end escapes nothing."],
    ["a{", 1, 'The "{" has no "}" that closes it.'],
    ["a{}", 1, 'The "{" begins no interval such as {2}, {2,} or {2,5}.'],
    ["a{x}", 1, 'The "{" begins no interval such as {2}, {2,} or {2,5}.'],
    ["a{1,2,3}", 1, 'The "{" begins no interval such as {2}, {2,} or {2,5}.'],
    ["a{ 1}", 1, 'The "{" begins no interval such as {2}, {2,} or {2,5}.'],
    ["a{2,1}", 1, 'The interval "{2,1}" ends before it begins.'],
    ["a{32768}", 1, '"{32768}" asks for more than 32767 repeats.'],
    ["a[b", 1, 'The "[" has no "]" that closes it.'],
    ["[]", 0, 'The "[" has no "]" that closes it.'],
    ["[^]", 0, 'The "[" has no "]" that closes it.'],
    ["[a-", 0, 'The "[" has no "]" that closes it.'],
    ["[", 0, 'The "[" has no "]" that closes it.'],
    ["[z-a]", 1, 'The range "z-a" ends before it begins.'],
    ["[a-[:alpha:]]", 1, 'The range "a-[:alpha:]" ends in a class.'],
    ["[a-c-e]", 4, 'The "-" stands between no two characters that could be the ends of a range.'],
    ["[a---z]", 1, 'The range "a--" ends before it begins.'],
    ["[[:alpha:]-z]", 10, 'The "-" stands between no two characters that could be the ends of a range.'],
    ["[[:UPPER:]]", 1, 'There is no class of characters called "UPPER".'],
    ["[[:alpha]", 1, 'The "[:" has no ":]" that closes it.'],
    ["[[.hyphen.]]", 1, '"hyphen" is not one character.'],
    ["[[=ab=]]", 1, '"ab" is not one character.'],
    ["\\1", 0, '"\\1" refers to a group that is not closed before it.'],
    ["(a\\1)", 2, '"\\1" refers to a group that is not closed before it.'],
    ["(a)|\\1", 4, '"\\1" refers to a group that is not closed before it.'],
    ["(?i)(", 4, 'The "(" has no ")" that closes it.'],
    ["(?i)[Z-a]", 5, 'The range "Z-a" ends before it begins.'],
    ["(?i)[_-a]", 5, 'The range "_-a" ends before it begins.'],
  ])("%j", (pattern, offset, message) => {
    expect(parseRegularExpression(pattern)).toMatchObject({ kind: "RegexFault", reason: "invalid", offset, message });
  });
});

test.each([
  ["a(b", "("],
  ["a[z-a]", "z-a"],
  ["[[:foo:]]", "[:foo:]"],
  ["a{2,1}b", "{2,1}"],
  ["(a\\2)", "\\2"],
  ["a\\", "\\"],
])("knows what belongs to the fault of %j", (pattern, expected) => {
  const fault = parseRegularExpression(pattern);
  if (fault.kind !== "RegexFault") throw new Error(`${pattern} is valid`);
  expect(pattern.slice(fault.offset, fault.offset + fault.length)).toBe(expected);
});

describe("says what it cannot do", () => {
  test.each([
    ["(a)\\1", 3],
    ["(a)(b|\\1)", 6],
    ["((a)|b)\\2*", 7],
  ])("references back to a group: %j", (pattern, offset) => {
    expect(parseRegularExpression(pattern)).toMatchObject({ reason: "unsupported", offset });
  });

  test("what is invalid besides counts more", () => {
    expect(parseRegularExpression("(a)\\1(")).toMatchObject({ reason: "invalid", offset: 5 });
  });

  test.each(["a{1000}{1000}", "(a{300}b){300}", "((((a{200}){200}){200}){200}){200}", "(".repeat(100_000)])(
    "what is too large: %.30j",
    (pattern) => expect(parseRegularExpression(pattern)).toMatchObject({ reason: "too-large" }),
  );

  test.each(["a{1000}", "[a-z]{1,63}(\\.[a-z]{1,63}){1,8}", `${"a*".repeat(1)}${"*".repeat(8000)}`, "(){9999}{9999}"])(
    "what is not: %.40j",
    (pattern) => expect(parseRegularExpression(pattern).kind).toBe("RegularExpression"),
  );
});

describe("the automaton", () => {
  function stateAfter(pattern: string, subject: string): string {
    const { start, step, accepts, isDead, isFull } = automatonOf(expressionOf(pattern));
    const state = Array.from(subject).reduce(step, start);
    return isFull(state) ? "full" : isDead(state) ? "dead" : accepts(state) ? "accepts" : "open";
  }

  test.each([
    ["foo", "xfoo", "full"],
    ["foo", "xfo", "open"],
    ["foo$", "xfoo", "accepts"],
    ["^foo", "x", "dead"],
    ["^foo", "fo", "open"],
    ["^foo$", "foox", "dead"],
    ["x^y", "", "dead"],
    ["x$y", "", "dead"],
    ["foo\\b", "foo", "accepts"],
    ["foo\\b", "foo.", "full"],
    ["a|^$", "", "accepts"],
    ["", "", "full"],
    ["^[[:upper:]]", "a", "dead"],
    ["(?i)\\a", "a", "open"],
  ])("of %j after %j is %s", (pattern, subject, expected) => expect(stateAfter(pattern, subject)).toBe(expected));

  test("has states of its own", () => {
    const expression = expressionOf("ab");
    expect(automatonOf(expression)).not.toBe(automatonOf(expression));
  });

  test("does not know the states of others", () => {
    expect(() => automatonOf(expressionOf("ab")).accepts(99)).toThrow(RangeError);
  });
});

describe("the sets of characters", () => {
  function classes(pattern: string, alphabet: string): string[] {
    const sets = charactersOf(expressionOf(pattern));
    const bySignature = new Map<string, string>();
    for (const character of alphabet) {
      const signature = sets.map((set) => set.has(character)).join();
      bySignature.set(signature, (bySignature.get(signature) ?? "") + character);
    }
    return [...bySignature.values()];
  }

  test.each([
    ["^a[b-d]$", ["a", "bcd", "e.é"]],
    ["(?i)A", ["a", "bcde.é"]],
    ["\\bx", ["abcde", ".é"]],
    ["^$", ["abcde.é"]],
  ])("of %j tell characters apart", (pattern, expected) => expect(classes(pattern, "abcde.é")).toEqual(expected));
});

describe("any pattern", () => {
  const signs = fc.constantFrom(
    ..."ab.^$|()[]{}*+?\\,-:=01wbBs< ".split(""),
    "[a-b]",
    "[[:alpha:]]",
    "{1,3}",
    "(?i)",
    "é",
  );
  const anyPattern = fc.array(signs, { maxLength: 24 }).map((parts) => parts.join(""));
  const anySubject = fc.string({ unit: fc.constantFrom("a", "b", "_", "-", "é", "1") });

  test("is read without an exception, and a fault lies within it", () => {
    fc.assert(
      fc.property(fc.oneof(anyPattern, fc.string({ unit: "binary" })), (pattern) => {
        const answer = parseRegularExpression(pattern);
        if (answer.kind === "RegularExpression") return;
        expect(answer.offset).toBeGreaterThanOrEqual(0);
        expect(answer.length).toBeGreaterThanOrEqual(1);
        expect(answer.offset + answer.length).toBeLessThanOrEqual(pattern.length);
      }),
    );
  });

  test("is found by its automaton where it is found by a search, and only dead or full for good reason", () => {
    fc.assert(
      fc.property(anyPattern, anySubject, (pattern, subject) => {
        const expression = parseRegularExpression(pattern);
        if (expression.kind === "RegexFault") return;
        const { start, step, accepts, isDead, isFull } = automatonOf(expression);
        const states = [start];
        for (const character of subject) states.push(step(states.at(-1) ?? start, character));
        const accepted = accepts(states.at(-1) ?? start);
        expect(accepted).toBe(matchesRegularExpression(expression, subject));
        if (states.some(isDead)) expect(accepted).toBe(false);
        if (states.some(isFull)) expect(accepted).toBe(true);
      }),
    );
  });

  test("agrees with the regular expressions of JavaScript where both mean the same", () => {
    const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "(a|b)", "(ab)", "(a|)", "\\w");
    const part = fc.tuple(atom, fc.constantFrom("", "*", "+", "?", "{2}", "{1,3}")).map((pair) => pair.join(""));
    const pattern = fc.tuple(fc.constantFrom("", "^"), fc.array(part, { maxLength: 6 }), fc.constantFrom("", "$"));
    fc.assert(
      fc.property(pattern, anySubject, ([begin, parts, end], subject) => {
        const text = `${begin}${parts.join("")}${end}`;
        expect(matchesRegularExpression(expressionOf(text), subject)).toBe(new RegExp(text, "s").test(subject));
      }),
    );
  });
});

describe("takes linear time", () => {
  /** The instructions that a search looks at when it makes every state anew. */
  function workOf(pattern: string, subject: string): { readonly work: number; readonly size: number } {
    const program = compilePattern(expressionOf(pattern).tree, anyCharacter);
    const automaton = determinize(program);
    let state = automaton.start;
    for (const character of subject) state = automaton.step(automaton.forget(state), character);
    return { work: automaton.work(), size: program.instructions.length };
  }

  test.each(["(a*)*b", "(a|a)*b", "(a|aa)+$", "^(a?){30}a{30}$", "((a{1,9}){1,9}){1,9}b", "(x+x+)+y"])(
    "%s",
    (pattern) => {
      const subject = "ax".repeat(100);
      const { work, size } = workOf(pattern, subject);
      expect(work).toBeLessThanOrEqual(4 * (size + 1) * (subject.length + 1));
    },
  );

  test("a long subject against a pattern with many states", () => {
    const expression = expressionOf("(a|b)*a(a|b){200}c");
    let [subject, bits] = ["", 1];
    for (let length = 0; length < 5000; length++) {
      bits = (bits * 1_103_515_245 + 12_345) % 2 ** 31;
      subject += bits & 65_536 ? "a" : "b";
    }
    expect(matchesRegularExpression(expression, subject)).toBe(false);
    expect(matchesRegularExpression(expression, `${subject}a${"b".repeat(200)}c`)).toBe(true);
  });
});
