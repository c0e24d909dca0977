import { Session } from "node:inspector";

// From here on V8 counts. What was compiled before has no counters, so this module must be loaded before all others.
const session = new Session();
session.connect();
post("Profiler.enable");
post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * Counts the work of a function for each of its inputs: how often its blocks are entered, by V8's own count, and how many
 * characters and elements the built-in functions look at that search or copy.
 */
export function measureWork<T>(inputs: readonly T[], work: (input: T) => unknown): number[] {
  const restore = watchBuiltins();
  try {
    takeCount();
    return inputs.map((input) => {
      work(input);
      return takeCount();
    });
  } finally {
    restore();
  }
}

/** What was counted since the last call. */
function takeCount(): number {
  const entered = blocksEntered(post("Profiler.takePreciseCoverage") as Coverage);
  const sum = looked + entered;
  looked = 0;
  return sum;
}

interface Coverage {
  readonly result: readonly {
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

function blocksEntered({ result }: Coverage): number {
  const ranges = result.flatMap((script) => script.functions.flatMap((one) => one.ranges));
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

/** Asks the inspector of this very thread, which answers before `post` returns. */
function post(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

/** Characters and elements that built-in functions looked at. */
let looked = 0;

type Method = (this: never, ...given: never[]) => unknown;

/** How many characters or elements a call looks at, from what it is called on, its arguments and its result. */
type Cost = (subject: { readonly length: number }, given: readonly unknown[], result: unknown) => number;

const whole: Cost = ({ length }) => length;
const upToResult: Cost = ({ length }, given, result) => {
  const from = typeof given[1] === "number" ? given[1] : 0;
  return 1 + (typeof result === "number" && result >= 0 ? result : length) - Math.min(from, length);
};
const downToResult: Cost = ({ length }, given, result) => {
  const from = typeof given[1] === "number" ? Math.min(given[1], length) : length;
  return 1 + from - (typeof result === "number" ? Math.max(result, 0) : 0);
};

const behindStart: Cost = ({ length }, [start]) => 1 + length - Math.min(start as number, length);
const ofResult: Cost = (_subject, _given, result) => (result as readonly unknown[]).length;

const costs: readonly [prototype: object, names: readonly PropertyKey[], cost: Cost][] = [
  [String.prototype, ["indexOf"], upToResult],
  [String.prototype, ["lastIndexOf"], downToResult],
  [String.prototype, ["includes", "split", "replace", "replaceAll", "toLowerCase", "trim"], whole],
  [Array.prototype, ["indexOf", "includes", "lastIndexOf"], whole],
  [Array.prototype, ["slice", "concat"], ofResult],
  [Array.prototype, ["splice"], behindStart],
  [Array.prototype, ["shift", "unshift", "join", "reverse", "toSorted", "sort"], whole],
];

function watchBuiltins(): () => void {
  const undo = costs.flatMap(([prototype, names, cost]) => names.map((name) => watch(prototype, name, cost)));
  undo.push(watchRegularExpressions(), watchIteration());
  return () => {
    for (const restore of undo) restore();
  };
}

function watch(prototype: object, name: PropertyKey, cost: Cost): () => void {
  const methods = prototype as Record<PropertyKey, Method>;
  const method = methods[name] as Method;
  methods[name] = function (this: never, ...given: never[]) {
    const result = Reflect.apply(method, this, given);
    looked += cost(this, given, result);
    return result;
  };
  return () => {
    methods[name] = method;
  };
}

/** A pattern looks at the text from where it begins to where its match ends, or to the end; at the start alone if anchored. */
function watchRegularExpressions(): () => void {
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.sticky || this.global ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const anchored = this.sticky || this.source.startsWith("^");
    looked += match === null ? (anchored ? 1 : text.length - from) : match.index + match[0].length - from;
    return match;
  };
  return () => {
    RegExp.prototype.exec = exec;
  };
}

/** What `for … of`, `...` and `[first] = list` take out of an array: as many elements as they ask for. */
function watchIteration(): () => void {
  const iterators = Object.getPrototypeOf([].values()) as Iterator<unknown>;
  const { next } = iterators;
  iterators.next = function (this: Iterator<unknown>) {
    looked++;
    return next.call(this);
  };
  return () => {
    iterators.next = next;
  };
}
