import { isIP } from "node:net";
import { type AllowList, readAllowList } from "../outbound/index.ts";

/** A value to go on with and, when the text was wrong, what would be right. */
export interface Reading<T> {
  readonly value: T;
  readonly problem?: string;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const hostName = /^(?=.{1,253}$)[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i;
/** Four numbers with dots are meant as an address, never as a name. */
const looksLikeIPv4 = /^[\d.]+$/;

export function readHost(text = "127.0.0.1"): Reading<string> {
  if (isIP(text) !== 0 || (hostName.test(text) && !looksLikeIPv4.test(text))) return { value: text };
  return wrong(
    text,
    `TOCSIN_HOST is ${quote(text)}; give an IP address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0.`,
  );
}

export function readPort(text = "8080"): Reading<number> {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return { value: port };
  return wrong(0, `TOCSIN_PORT is ${quote(text)}; give a whole number from 0 to 65535 (0: any free port).`);
}

/** Null when unset. */
export function readFlag(name: string, text: string | undefined): Reading<boolean | null> {
  if (text === undefined) return { value: null };
  if (text === "0" || text === "1") return { value: text === "1" };
  return wrong(null, `${name} is ${quote(text)}; give 1 (on) or 0 (off).`);
}

export function readSpeed(text = "1"): Reading<number> {
  const speed = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && speed <= 100) return { value: speed };
  return wrong(
    1,
    `TOCSIN_DEMO_SPEED is ${quote(text)}; give a number from 0 to 100 (1: as it is, 2: twice as fast, 0: nobody moves).`,
  );
}

/** Its text may hold a password, so a problem never repeats it. */
export function readDatabaseUrl(text: string | undefined): Reading<string | null> {
  if (text === undefined) return { value: null };
  const url = URL.parse(text);
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return { value: text };
  return wrong(
    null,
    "DATABASE_URL is not an address of PostgreSQL; give postgresql://user:password@host:5432/database.",
  );
}

/** Without a trailing slash; null when unset. A problem never repeats it, for the same reason. */
export function readPublicUrl(text: string | undefined): Reading<string | null> {
  if (text === undefined) return { value: null };
  const base = asBase(text);
  if (base !== undefined) return { value: base };
  return wrong(
    null,
    "TOCSIN_PUBLIC_URL is not an address to hand out; give the http or https address that others reach this node by, " +
      "without query or credentials, such as https://callouts.example.com.",
  );
}

/** Null when neither is set. */
export function readRouter(
  osrm: string | undefined,
  valhalla: string | undefined,
): Reading<{ readonly kind: "osrm" | "valhalla"; readonly url: string } | null> {
  if (osrm !== undefined && valhalla !== undefined) {
    return wrong(null, "TOCSIN_OSRM_URL and TOCSIN_VALHALLA_URL are both set; set the one router to ask.");
  }
  const text = osrm ?? valhalla;
  if (text === undefined) return { value: null };
  const kind = osrm === undefined ? "valhalla" : "osrm";
  const url = asBase(text);
  if (url !== undefined) return { value: { kind, url } };
  return wrong(
    null,
    `TOCSIN_${kind.toUpperCase()}_URL is not an address of a router; give its http or https address without query or ` +
      "credentials, such as http://127.0.0.1:5000.",
  );
}

export function readLogLevel(text = "info"): Reading<string> {
  if (logLevels.includes(text)) return { value: text };
  return wrong("info", `TOCSIN_LOG_LEVEL is ${quote(text)}; give one of ${logLevels.join(", ")}.`);
}

export function readCorsOrigins(text = ""): Reading<readonly string[]> {
  const origins = text
    .split(",")
    .map((origin) => origin.trim())
    .filter(Boolean);
  const bad = origins.filter((origin) => !isOrigin(origin));
  if (bad.length === 0) return { value: origins };
  return wrong(
    [],
    `TOCSIN_CORS_ORIGINS has ${bad.map(quote).join(", ")}; give origins separated by commas, ` +
      "each scheme and host without a path, such as https://app.example.com.",
  );
}

export function readOutboundAllow(text = ""): Reading<AllowList> {
  const { list, bad } = readAllowList(text);
  if (bad.length === 0) return { value: list };
  return wrong(
    list,
    `TOCSIN_OUTBOUND_ALLOW has ${bad.map(quote).join(", ")}; give host names, addresses or CIDRs separated by commas, ` +
      "without scheme or port, such as receiver.internal, 127.0.0.1, 10.20.0.0/16.",
  );
}

/** An http or https address to put paths behind; undefined when it can't be one. */
function asBase(text: string): string | undefined {
  const url = URL.parse(text);
  const isBase = url && isWeb(url) && !url.username && !url.password && !url.search && !url.hash;
  return isBase ? `${url.origin}${url.pathname}`.replace(/\/+$/, "") : undefined;
}

/** Browsers send an origin in exactly this form, and it is compared letter by letter. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && isWeb(url) && url.origin === text;
}

function isWeb(url: URL): boolean {
  return url.protocol === "http:" || url.protocol === "https:";
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function wrong<T>(value: T, problem: string): Reading<T> {
  return { value, problem };
}
