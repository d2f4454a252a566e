import { createServer, type Server, type Socket } from "node:net";
import { answerFrame, type PanelMessage, readFrame, type Verdict } from "./dc09.ts";

/** No message is longer; what is without an end is cut off here. */
const longestFrame = 4096;

/**
 * Takes messages of panels over TCP and answers each with the verdict on it.
 * @param handle decides; the panel waits for it
 */
export function createReceiver(
  handle: (message: PanelMessage) => Promise<Verdict>,
  log: (line: string) => void,
): Server {
  return createServer((socket) => {
    socket.setEncoding("latin1");
    let rest = "";
    socket.on("error", (error) => log(error.message));
    socket.on("data", (chunk: string) => {
      const frames = (rest + chunk).split("\r");
      rest = frames.pop() ?? "";
      for (const frame of frames) void answer(socket, frame.replace(/^\n/, ""));
      if (rest.length > longestFrame) socket.destroy();
    });
  });

  async function answer(socket: Socket, frame: string): Promise<void> {
    const reading = readFrame(frame);
    if (reading.kind === "damaged") return log(`not answered: ${reading.reason}`);
    socket.write(answerFrame(await handle(reading.message), reading.message));
  }
}
