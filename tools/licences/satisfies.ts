/**
 * Whether an SPDX expression can be met with the listed licences alone: one side of an `OR`, both of an `AND`.
 * `WITH` adds a permission to its licence, so the licence decides. Words that are no
 * expression (`SEE LICENSE IN terms.txt`) are never met.
 * @see https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
 */
export function satisfies(expression: string, allowed: ReadonlySet<string>): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];

  const take = (token: string) => {
    if (tokens[0] !== token) return false;
    tokens.shift();
    return true;
  };
  const either = (): boolean => {
    let met = both();
    while (take("OR")) met = both() || met;
    return met;
  };
  const both = (): boolean => {
    let met = one();
    while (take("AND")) met = one() && met;
    return met;
  };
  const one = (): boolean => {
    if (take("(")) return either() && take(")");
    const met = allowed.has(tokens.shift() ?? "");
    if (take("WITH")) tokens.shift();
    return met;
  };
  return either() && tokens.length === 0;
}
