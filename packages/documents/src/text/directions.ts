/** Steer the direction of what is around them, and are nothing themselves. */
const control = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const letter = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}]`;
const word = String.raw`${letter}[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*`;
/** What is isolated already, or one or more words of a script that is written from right to left. */
const names = new RegExp(String.raw`\u2068[^\u2069]*\u2069|${word}(?:[ \u00A0-]+${word})*`, "gu");

export function withoutDirections(text: string): string {
  return text.replaceAll(control, "");
}

/**
 * Keeps right-to-left names to themselves (U+2068 … U+2069). Else the comma and the number after a name go to its left:
 * of "Offered to <name>, 4 min away" the algorithm for bidirectional text makes "Offered to 4 ,<name> min away".
 */
export function isolateNames(text: string): string {
  return text.replaceAll(names, (name) => (name.startsWith("\u2068") ? name : isolate(name)));
}

/** Makes of a text one word in the sentence that it is put into. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
