import type { StatusText } from "@tocsin/wire";
import { escapeHtml } from "../escape-html.ts";

export interface TrackingView {
  readonly calloutId: number;
  readonly status: StatusText;
  readonly responseType: string;
  readonly place: string;
  readonly address: string | null;
  readonly raisedAt: Temporal.Instant;
  readonly timeZone: string;
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
  const raised = view.raisedAt.toZonedDateTimeISO(view.timeZone);
  const when = `${raised.toPlainDate()} ${raised.toPlainTime().toString({ smallestUnit: "second" })} (${view.timeZone})`;
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
<dt>Kind</dt><dd>${escapeHtml(view.responseType)}</dd>
<dt>Place</dt><dd>${escapeHtml(view.place)}</dd>
${view.address === null ? "" : `<dt>Address</dt><dd>${escapeHtml(view.address)}</dd>`}
<dt>Raised</dt><dd><time datetime="${view.raisedAt}">${when}</time></dd>
</dl>
</main>
</body>
</html>
`;
}
