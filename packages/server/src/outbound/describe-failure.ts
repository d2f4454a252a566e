import type { OutboundFailure } from "./types.ts";

type Described = { readonly failure: OutboundFailure; readonly message: string };

interface NetworkError extends Error {
  readonly code?: string;
  readonly syscall?: string;
}

const connectCodes = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "EACCES",
  "EPERM",
]);
const timeoutCodes = new Set(["ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT"]);
const closedCodes = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE", "ECONNABORTED"]);
const nameCodes = new Set(["ENOTFOUND", "ENODATA", "EAI_AGAIN", "ESERVFAIL", "ETIMEOUT", "EBADNAME"]);
const unsendableCodes = new Set(["UND_ERR_INVALID_ARG", "UND_ERR_NOT_SUPPORTED"]);
const tlsCode = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_|EPROTO)/;

/** Tells failures of the network apart. The words go to whoever owns the address. */
export function describeFailure(error: unknown): Described {
  // several addresses of one name, each with a failure of its own: one that was tried says more than one that was not
  if (error instanceof AggregateError) {
    const each = error.errors.map(describeFailure);
    return each.find(({ failure }) => failure !== "address-refused") ?? each[0] ?? unknown(error);
  }
  const { code = "", syscall = "", message, cause } = error as NetworkError;
  if (cause instanceof AggregateError) return describeFailure(cause);
  if (code === "ERR_IP_BLOCKED") {
    return { failure: "address-refused", message: "The address is private or reserved; nothing was sent." };
  }
  if (nameCodes.has(code) || /^(query|getaddrinfo)/.test(syscall)) {
    return { failure: "dns", message: `The name could not be resolved (${code}).` };
  }
  if (connectCodes.has(code))
    return { failure: "connect", message: `Nobody answered the connection (${code}).` };
  if (timeoutCodes.has(code))
    return { failure: "timeout", message: "The connection was not answered in time." };
  if (tlsCode.test(code)) return { failure: "tls", message: `TLS failed: ${firstLine(message)} (${code}).` };
  if (unsendableCodes.has(code)) {
    return { failure: "unsendable", message: `The request could not be made: ${firstLine(message)}.` };
  }
  // undici calls it the same when an answer asks for another protocol
  if (closedCodes.has(code) && !message.startsWith("bad ")) {
    return { failure: "closed-early", message: "The connection was closed before the answer was complete." };
  }
  return unknown(error);
}

function unknown(error: unknown): Described {
  const { code = "", message } = error as NetworkError;
  return { failure: "protocol", message: `The answer is not HTTP/1.1: ${firstLine(message)} (${code}).` };
}

function firstLine(text: string): string {
  return (text.split("\n", 1)[0] ?? "").slice(0, 200).replace(/\.$/, "");
}
