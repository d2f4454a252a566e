export interface ProgressBar {
  /** @param part from 0 to 1 */
  show(part: number, what: string): void;
  /** Takes the bar away. */
  end(): void;
}

const width = 30;

/** On a terminal a bar that grows; elsewhere nothing, since a log has no use for it. */
export function createProgressBar(
  stream: Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean },
): ProgressBar {
  const write = (text: string): void => void (stream.isTTY && stream.write(`\r${text}\u001B[K`));
  return {
    show(part, what) {
      const done = Math.round(width * Math.min(1, Math.max(0, part)));
      const percent = String(Math.floor(100 * part)).padStart(3);
      write(`[${"=".repeat(done)}${" ".repeat(width - done)}] ${percent} %  ${what}`);
    },
    end: () => write(""),
  };
}
