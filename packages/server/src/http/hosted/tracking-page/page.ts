import type { StatusText } from "@tocsin/wire";
import { escapeHtml } from "../escape-html.ts";

export interface TrackingView {
  readonly calloutId: number;
  readonly status: StatusText;
  readonly responseType: string;
  readonly place: string;
  readonly address: string | null;
  readonly raisedAt: Temporal.Instant;
  /** Who is on the way or there; the soonest first. */
  readonly responders: readonly TrackedResponder[];
  readonly timeZone: string;
}

export interface TrackedResponder {
  readonly name: string;
  readonly callSign: string | null;
  readonly vehicle: string | null;
  readonly supplier: string;
  /** Null: nobody knows when. */
  readonly expectedAt: Temporal.Instant | null;
  /** Null while on the way. */
  readonly arrivedAt: Temporal.Instant | null;
}

const explanations: Readonly<Record<StatusText, string>> = {
  created: "We have your callout and are finding the nearest responder.",
  "Responder Dispatched": "A responder is on the way.",
  "Responder Arrived": "A responder is on the scene.",
  "Responder Completed": "The responder has finished.",
  "Responder Cancelled": "The callout was cancelled.",
  closed: "The callout is closed.",
};

/** Seconds between reloads while the callout can still change. */
const reloadSeconds = 10;

/** Plain HTML that works without JavaScript, on any phone, in any state of mind. */
export function trackingPage(view: TrackingView): string {
  const refresh = view.status === "closed" ? "" : `<meta http-equiv="refresh" content="${reloadSeconds}">`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refresh}
<title>${escapeHtml(view.status)} · Callout ${view.calloutId}</title>
<style>
:root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 34rem; padding: 2rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin-top: 2rem; }
dt { opacity: .7; }
dd { margin: 0; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<p>Callout ${view.calloutId}</p>
<h1>${escapeHtml(view.status)}</h1>
<p role="status">${explanations[view.status]}</p>
<dl>
${view.responders.map((responder) => responderRows(responder, view.timeZone)).join("")}\
${row("Kind", escapeHtml(view.responseType))}\
${row("Place", escapeHtml(view.place))}\
${view.address === null ? "" : row("Address", escapeHtml(view.address))}\
${row("Raised", dateAndTime(view.raisedAt, view.timeZone))}\
</dl>
</main>
</body>
</html>
`;
}

function responderRows(responder: TrackedResponder, timeZone: string): string {
  const { name, callSign, vehicle, supplier, expectedAt, arrivedAt } = responder;
  const who = [name, callSign, vehicle, supplier].filter((part) => part !== null).join(", ");
  const when =
    arrivedAt === null
      ? expectedAt && row("Expected", clockTime(expectedAt, timeZone))
      : row("Arrived", clockTime(arrivedAt, timeZone));
  return row("Responder", escapeHtml(who)) + (when ?? "");
}

/** @param content HTML */
function row(term: string, content: string): string {
  return `<dt>${term}</dt><dd>${content}</dd>\n`;
}

/** `about 14:32`: what one asks who waits at the door. */
function clockTime(instant: Temporal.Instant, timeZone: string): string {
  const time = instant.toZonedDateTimeISO(timeZone).toPlainTime();
  return `<time datetime="${instant}">${time.toString({ smallestUnit: "minute" })}</time>`;
}

function dateAndTime(instant: Temporal.Instant, timeZone: string): string {
  const local = instant.toZonedDateTimeISO(timeZone);
  const when = `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: "second" })} (${timeZone})`;
  return `<time datetime="${instant}">${when}</time>`;
}
