/**
 * A text with each long number replaced by its place among those seen, so that what was said of two callouts can be
 * compared word for word, and a number that stands twice still stands twice.
 */
export function createRenaming(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) =>
    text
      .replaceAll(/\/track\/[\w-]+/g, "/track/PAGE")
      .replaceAll(/\b(Supplier|Responder) [0-9a-f]+\b/g, "$1")
      .replaceAll(/\bplace-[0-9a-f]+/g, "place")
      .replaceAll(/"supplier":\{"id":\d+/g, '"supplier":{"id":0')
      .replaceAll(/(?<![\w.-])\d{4,}(?![\w.-])/g, (number) => {
        const name = names.get(number) ?? `#${names.size}`;
        names.set(number, name);
        return name;
      });
}
