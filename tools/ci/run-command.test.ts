import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { runCommand, startCommand } from "./run-command.ts";

const node = (script: string) => [process.execPath, "--eval", script];
const endless = "setInterval(() => {}, 1000);";

it("tells how a command ended and what it wrote", async () => {
  expect(await runCommand(node("console.log(6 * 7)"), 1)).toEqual({ succeeded: true, output: "42\n" });
  expect(await runCommand(node("process.exit(3)"), 1)).toEqual({ succeeded: false, output: "" });
});

it("passes the environment on, with what is added to it", async () => {
  const { ended } = startCommand(node("console.log(process.env.PORT, Boolean(process.env.PATH))"), {
    PORT: "1",
  });
  expect(await ended).toEqual({ succeeded: true, output: "1 true\n" });
});

it("stops a command that takes too long", async () => {
  expect(await runCommand(node(endless), 0.002)).toEqual({ succeeded: false, output: "" });
});

it("stops what a command started together with it", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  const child = `require("node:net").connect(${port}, "127.0.0.1"); ${endless}`;
  const parent = `require("node:child_process").spawn(process.execPath, ["--eval", ${JSON.stringify(child)}]); ${endless}`;
  const running = startCommand(node(parent));
  const [connection] = (await once(server, "connection")) as [Socket];
  const gone = once(connection.on("error", () => undefined).resume(), "close");

  await running.stop();
  await gone;
  expect(connection.destroyed).toBe(true);
});
