// @ts-check
/** An end whose message says all: no stack trace helps whoever reads it. */
export class Explained extends Error {
  /**
   * @param {string} message
   * @param {NodeJS.Signals | null} [signal] what ended the program that this is about
   */
  constructor(message, signal = null) {
    super(message);
    this.signal = signal;
  }
}
