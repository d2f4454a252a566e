import { type Demo, demoClient, emptyDemoClient } from "../demo/index.ts";
import { demoOperator } from "../operators/index.ts";

export interface SignedInDemo extends Demo {
  readonly token: string;
  readonly tokenSeconds: number;
}

/** What whoever started the node wants to know. */
export interface Facts {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  /** In words: where the data lies. */
  readonly data: string;
  /** Milliseconds that a small write takes to be kept; null when not measured. */
  readonly syncMilliseconds: number | null;
  /** Null when there is none. */
  readonly demo: SignedInDemo | null;
  readonly anyPartner: boolean;
  /** Somebody may sign in to the control room. */
  readonly anyOperator: boolean;
  /** What else the operator should know. */
  readonly warnings: readonly string[];
}

/** Plain text for a person; the log goes elsewhere. */
export function banner(facts: Facts): string {
  const { address, data, syncMilliseconds, warnings } = facts;
  const table = [
    ["API", `${address}/panic-api/v2`],
    ["Docs", `${address}/docs`],
    ["Health", `${address}/healthz, ${address}/readyz`],
    ["Data", data],
    ...(syncMilliseconds === null
      ? []
      : [["Disk", `keeps a write in ${syncMilliseconds.toFixed(2)} ms (median)`]]),
  ].map(([name, value]) => `  ${name?.padEnd(8)}${value}`);
  const blocks = [
    ["Tocsin is running.", "", ...table],
    ...warnings.map((warning) => [`Warning: ${warning}`]),
    ...(facts.demo ? describeDemo(address, facts.demo) : []),
    ...(facts.anyPartner ? [] : [firstPartner]),
    ...(facts.anyOperator ? [] : [firstOperator]),
    ["Ctrl-C stops it."],
  ];
  return `\n${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n\n`;
}

function describeDemo(
  address: string,
  { token, tokenSeconds, references, customerId }: SignedInDemo,
): string[][] {
  const [place = ""] = references;
  const minutes = Math.round(tokenSeconds / 60);
  return [
    [
      `Raise a callout: paste this into another terminal (the token is good for ${minutes} minutes).`,
      "",
      raiseCommand(address, place, token),
    ],
    [
      "Demo tenants, for this machine only:",
      `  ${credentials(demoClient)}: places ${place} to ${references.at(-1)}, customer ${customerId} with an active subscription`,
      `  ${credentials(emptyDemoClient)}: empty`,
    ],
    [
      "Demo operator of the control room, for this machine only:",
      `  username ${demoOperator.username}, password ${demoOperator.password}: ${address}/control/v1/sessions`,
    ],
  ];
}

function credentials({ clientId, clientSecret }: { clientId: string; clientSecret: string }): string {
  return `clientId ${clientId}, clientSecret ${clientSecret}`;
}

/** One line, so that it survives any way of copying; quoted for every POSIX shell. */
function raiseCommand(address: string, place: string, token: string): string {
  const url = `${address}/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
  return `curl -X POST '${url}' -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '{"responseTypeId": 2}'`;
}

const firstPartner = [
  "There is no partner yet. Create the first one; it prints the clientId and clientSecret to sign in with:",
  "",
  '  npm exec --no -- tocsin partner create --client-id acme --name "Acme Stores"',
];

const firstOperator = [
  "Nobody can sign in to the control room yet. Create its first admin; it prints the password to sign in with:",
  "",
  '  npm exec --no -- tocsin operator create --username dayshift --name "Day Shift" --role admin',
];
