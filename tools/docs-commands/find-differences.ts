/**
 * Where an answer is of another shape than the one a page shows: members too few or too many, or of another type. Values may
 * differ; a list's items are all held against the first one shown.
 */
export function findDifferences(shown: unknown, actual: unknown, path = "answer"): readonly string[] {
  if (typeOf(shown) !== typeOf(actual))
    return [`${path} is shown as ${typeOf(shown)} and is ${typeOf(actual)}`];
  if (Array.isArray(shown) && Array.isArray(actual)) return findInItems(shown, actual, path);
  if (isObject(shown) && isObject(actual)) return findInMembers(shown, actual, path);
  return [];
}

function findInItems(shown: readonly unknown[], actual: readonly unknown[], path: string): readonly string[] {
  if (shown.length > 0 && actual.length === 0) return [`${path} is shown with items and is empty`];
  return actual.flatMap((item, index) => findDifferences(shown[0], item, `${path}[${index}]`));
}

type Members = Readonly<Record<string, unknown>>;

function findInMembers(shown: Members, actual: Members, path: string): readonly string[] {
  const missing = Object.keys(shown).filter((name) => !Object.hasOwn(actual, name));
  const unknown = Object.keys(actual).filter((name) => !Object.hasOwn(shown, name));
  const both = Object.keys(shown).filter((name) => Object.hasOwn(actual, name));
  return [
    ...missing.map((name) => `${path}.${name} is shown and not there`),
    ...unknown.map((name) => `${path}.${name} is there and not shown`),
    ...both.flatMap((name) => findDifferences(shown[name], actual[name], `${path}.${name}`)),
  ];
}

function isObject(value: unknown): value is Members {
  return typeOf(value) === "object";
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}
