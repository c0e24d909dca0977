// What Chevrotain 11 takes from lodash-es, in plain JavaScript: the bundle has this instead. lodash is made for arguments of
// any kind and is the slower half of building the parser, which is most of what a run on a short file takes. Chevrotain gives
// these functions arrays and plain objects, and functions to apply; the tests run the bundle.

const entriesOf = (collection) =>
  Array.isArray(collection) ? collection.map((value, index) => [index, value]) : Object.entries(collection ?? {});

export const assign = Object.assign;
export const clone = (value) => (Array.isArray(value) ? [...value] : Object.assign({}, value));
export const compact = (array) => array.filter(Boolean);
export const defaults = (object, source) =>
  Object.assign(object, { ...source, ...pickBy(object, (value) => value !== undefined) });
export const difference = (array, other) => array.filter((value) => !other.includes(value));
export const drop = (array, count = 1) => array.slice(count);
export const dropRight = (array, count = 1) => array.slice(0, Math.max(0, array.length - count));
export const every = (collection, test) => entriesOf(collection).every(([key, value]) => test(value, key));
export const filter = (collection, test) => valuesWhere(collection, (value, key) => test(value, key));
export const find = (collection, test) => entriesOf(collection).find(([key, value]) => test(value, key))?.[1];
export const first = (array) => array?.[0];
export const flatMap = (collection, change) => map(collection, change).flat();
export const flatten = (array) => (array ?? []).flat();
export const groupBy = (collection, keyOf) => {
  const groups = {};
  for (const [, value] of entriesOf(collection)) {
    const key = keyOf(value);
    groups[key] ??= [];
    groups[key].push(value);
  }
  return groups;
};
export const has = (object, key) => object != null && Object.hasOwn(object, key);
export const identity = (value) => value;
export const includes = (collection, value) => Object.values(collection ?? {}).includes(value);
export const indexOf = (array, value) => array.indexOf(value);
export const isArray = Array.isArray;
export const isEmpty = (value) => value == null || Object.keys(value).length === 0;
export const isFunction = (value) => typeof value === "function";
export const isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";
export const isRegExp = (value) => value instanceof RegExp;
export const isString = (value) => typeof value === "string";
export const isUndefined = (value) => value === undefined;
export const keys = (object) => Object.keys(object ?? {});
export const last = (array) => array?.at(-1);
export const noop = () => {};
export const reduce = (collection, step, start) =>
  entriesOf(collection).reduce((sum, [key, value]) => step(sum, value, key), start);
export const reject = (collection, test) => valuesWhere(collection, (value, key) => !test(value, key));
export const some = (collection, test) => entriesOf(collection).some(([key, value]) => test(value, key));
export const uniq = (array) => [...new Set(array)];
export const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const values = (object) => Object.values(object ?? {});

export function forEach(collection, visit) {
  for (const [key, value] of entriesOf(collection)) if (visit(value, key) === false) return;
}

export function map(collection, change) {
  if (Array.isArray(collection)) return collection.map((value, index) => change(value, index));
  return entriesOf(collection).map(([key, value]) => change(value, key));
}

export function pickBy(object, test) {
  const picked = {};
  for (const key in object) if (test(object[key], key)) picked[key] = object[key];
  return picked;
}

function valuesWhere(collection, test) {
  return entriesOf(collection)
    .filter(([key, value]) => test(value, key))
    .map(([, value]) => value);
}
