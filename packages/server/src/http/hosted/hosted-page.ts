import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import { type ErrorCode, errorCodes } from "../../errors.ts";
import { escapeHtml } from "./escape-html.ts";

const style = `
:root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif; accent-color: #b3261e; }
body { margin: 0 auto; max-width: 32rem; padding: 1.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
label, legend { display: block; font-weight: 600; margin-top: 1.1rem; }
.hint { margin: .1rem 0 .3rem; font-size: .9rem; opacity: .75; }
input:not([type=checkbox]) { box-sizing: border-box; width: 100%; font: inherit; padding: .6rem .7rem; border: 1px solid #767676; border-radius: .5rem; }
input[aria-invalid] { border: 2px solid #c62828; }
.problem { margin: .2rem 0 .3rem; font-weight: 600; color: #b3261e; color: light-dark(#b3261e, #ff8a80); }
a { color: inherit; }
[role=alert] { border: 2px solid #c62828; border-radius: .5rem; padding: .7rem 1rem; margin: 1rem 0; }
[role=status] { border: 2px solid #2e7d32; border-radius: .5rem; padding: .7rem 1rem; margin: 1rem 0; }
[role=alert] p, [role=alert] ul, [role=status] p { margin: 0; }
button, .button { box-sizing: border-box; display: block; width: 100%; margin-top: 1rem; padding: .75rem 1rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; border-radius: .5rem; border: 1px solid #b3261e; cursor: pointer; background: #b3261e; color: #fff; }
button.quiet, .button.quiet { background: transparent; color: inherit; border-color: #767676; }
:focus-visible { outline: 3px solid #1a73e8; outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { opacity: .75; }
dd { margin: 0; }
ul.people { list-style: none; margin: 0; padding: 0; }
ul.people form { display: flex; align-items: center; justify-content: space-between; gap: 1rem; border-bottom: 1px solid #76767655; padding: .4rem 0; }
ul.people button { width: auto; margin: 0; padding: .4rem .8rem; }
details { margin-top: 2rem; }
summary { cursor: pointer; font-weight: 600; padding: .5rem 0; }
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** A page for people: plain HTML that works without JavaScript, readable on any phone. */
export interface HostedPage {
  readonly title: string;
  /** HTML. */
  readonly content: string;
}

function html({ title, content }: HostedPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}

/** For an address that opens nothing: mistyped, or cut off by whatever it was sent with. */
export const unknownPage: HostedPage = {
  title: "Nothing here",
  content: `<h1>Nothing here</h1>
<p>This address opens no page. It may be cut off, or too old: go back to where you found it and try again.</p>`,
};

/** For a form whose browser does not say that it comes from the page itself. */
export const foreignForm: HostedPage = {
  title: "Nothing was changed",
  content: `<h1>Nothing was changed</h1>
<p>Your browser did not say that this form comes from this page. Open the page anew, from where you found it, and fill it in there; if that
does not help, try another browser.</p>`,
};

interface PageOptions {
  /** Why it is not the page that was asked for; absent: it is. */
  readonly error?: ErrorCode;
  /** What its forms may lead to beside ourselves: browsers judge the redirect after a form by it too. */
  readonly formTarget?: string;
}

export function sendPage(
  reply: FastifyReply,
  page: HostedPage,
  { error, formTarget = "" }: PageOptions = {},
): FastifyReply {
  if (error) void reply.code(errorCodes[error]).header("x-error-code", error);
  return guarded(reply, formTarget).type("text/html; charset=utf-8").send(html(page));
}

/** Sends the person on: 303, so that the browser asks with GET whatever the form was sent by. */
export function sendOn(reply: FastifyReply, address: string): FastifyReply {
  return guarded(reply, "").code(303).header("location", address).send();
}

/**
 * Nothing of others, no script, no frame; nobody keeps it, and the address, which opens the page, is told to no other site.
 * To our own it is, since a browser that told nobody would not say either that a form comes from here.
 */
function guarded(reply: FastifyReply, formTarget: string): FastifyReply {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self' ${formTarget}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return reply
    .header("cache-control", "no-store")
    .header("referrer-policy", "same-origin")
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", policy.join("; "));
}

/** A partner's address as a source of a content security policy: its origin, or its scheme where there is more to it. */
export function formTargetOf(address: string): string {
  const { origin, protocol } = new URL(address);
  return /^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin) ? origin : protocol;
}
