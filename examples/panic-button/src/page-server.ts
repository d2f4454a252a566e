import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Client } from "@tocsin/client";
import { openSession, type Person, refusal } from "./sign-in.ts";

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Where the client's sources are; a bundler would pack them into one file. */
const clientFolder = new URL(".", import.meta.resolve("@tocsin/client"));
const pageFolder = new URL("./page/", import.meta.url);

/** Serves the page, its scripts, and `POST /session`. @param tocsin the address the page calls by itself */
export function createPageServer(client: Client, tocsin: string): Server {
  const customers = new Map<string, number>();
  return createServer((request, response) => {
    void answer(request).then(({ status, type, body }) => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    });
  });

  async function answer(request: IncomingMessage): Promise<Reply> {
    const { pathname } = new URL(request.url ?? "/", "http://page");
    if (request.method === "POST" && pathname === "/session") return session(await text(request));
    if (pathname === "/") return page();
    const script = /^\/(client|page)\/((?:[a-z-]+\/)?[a-z.-]+\.ts)$/.exec(pathname);
    return script
      ? readScript(script[1] === "client" ? clientFolder : pageFolder, script[2] ?? "")
      : notFound;
  }

  async function session(body: string): Promise<Reply> {
    try {
      const opened = await openSession(client, customers, readPerson(body));
      return json(200, opened);
    } catch (error) {
      const { status, message } = refusal(error);
      return json(status, { message });
    }
  }

  function page(): Reply {
    const html = readFileSync(new URL("index.html", pageFolder), "utf8").replaceAll("{{tocsin}}", tocsin);
    return { status: 200, type: "text/html; charset=utf-8", body: html };
  }
}

const notFound: Reply = { status: 404, type: "text/plain", body: "not found" };

function json(status: number, value: unknown): Reply {
  return { status, type: "application/json", body: JSON.stringify(value) };
}

/** What the person typed; what is wrong with it Tocsin says. */
function readPerson(body: string): Person {
  const { name = "", surname = "", mobile = "" } = JSON.parse(body) as Partial<Person>;
  return { name, surname, mobile };
}

/** A TypeScript source as the browser takes it: the types taken out, nothing else changed. */
function readScript(folder: URL, name: string): Reply {
  try {
    const source = readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
    return { status: 200, type: "text/javascript", body: stripTypeScriptTypes(source) };
  } catch {
    return notFound;
  }
}
