import { Command } from "commander";

export const startCommand = new Command("start")
  .description("start a node and run it until it is told to stop (Ctrl-C)")
  .addHelpText(
    "after",
    `
Environment:
  TOCSIN_HOST          address to listen on (127.0.0.1)
  TOCSIN_PORT          port to listen on, 0 for any free one (8080)
  TOCSIN_DATA          folder of the embedded PostgreSQL (.tocsin)
  DATABASE_URL         a PostgreSQL of yours instead, 15 or later
  TOCSIN_PUBLIC_URL    address that others reach the node by
  TOCSIN_DEMO          1: demo tenants, 0: none (1 on a loopback host, else 0)
  TOCSIN_DEMO_SPEED    how fast the demo's responders live, 0: nobody moves (1)
  TOCSIN_OSRM_URL      an OSRM to ask how long drives take (they are estimated)
  TOCSIN_VALHALLA_URL  the same of a Valhalla; one of the two
  TOCSIN_LOG_LEVEL     trace, debug, info, warn, error, fatal, silent (info)
  TOCSIN_CORS_ORIGINS  origins whose pages may call the API, separated by commas (none)`,
  )
  .action(async () => {
    // loaded here, so that every other command starts without the server
    const { runNode } = await import("@tocsin/server/operator");
    const { playDemo } = await import("../play-demo.ts");
    await runNode(playDemo);
  });
