/** The text behind base64, for cursors; empty when it is none. */
export function fromBase64(encoded: string): string {
  try {
    return atob(encoded);
  } catch {
    return "";
  }
}
