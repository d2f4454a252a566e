import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { type ApiOptions, explained, openClient, withApiOptions } from "./api.ts";

export const exportCommand = withApiOptions(
  new Command("export")
    .description("write all fixed locations as CSV; sent back with import it changes nothing")
    .argument("[file]", "where to; standard output unless given"),
).action(async (file: string | undefined, options: ApiOptions) => {
  const { body } = await explained(openClient(options).downloadFixedLocations());
  if (file === undefined) process.stdout.write(body);
  else await writeFile(file, body);
});
