/** A block of shell commands that a page gives, and the answer it promises. */
export interface Command {
  readonly script: string;
  /** JSON as the page shows it; undefined when it promises none. */
  readonly answer?: unknown;
}

/** A program that a page shows as a file of its own: its commands find it in the folder they run in. */
export interface PageFile {
  readonly name: string;
  readonly text: string;
}

const fence = /^```(\w+) ?([\w.-]*)\n([^]*?)^```$/gm;

/**
 * The blocks of a page marked `bash run`, in order, each with the `json answer` block after it. What can only be shown
 * (`npm start`) is marked `sh`.
 * @throws when a block that could be run is not marked so: nothing that looks runnable goes untried
 */
export function readCommands(markdown: string): readonly Command[] {
  const commands: Command[] = [];
  for (const [, language = "", mark = "", text = ""] of markdown.matchAll(fence)) {
    if ((language === "bash" && mark !== "run") || (language === "sh" && text.includes("curl"))) {
      throw new Error(`mark it \`bash run\`, or \`sh\` when it can only be shown:\n${text}`);
    } else if (language === "bash") {
      commands.push({ script: text });
    } else if (language === "json" && mark === "answer") {
      const last = commands.pop();
      if (!last) throw new Error(`an answer without a command before it:\n${text}`);
      commands.push({ ...last, answer: JSON.parse(text) as unknown });
    }
  }
  return commands;
}

/** The blocks of a page marked with a file's name (`js receiver.mjs`). Such a file is there before the first command runs. */
export function readFiles(markdown: string): readonly PageFile[] {
  return [...markdown.matchAll(fence)]
    .filter(([, , mark = ""]) => mark.includes("."))
    .map(([, , name = "", text = ""]) => ({ name, text }));
}
