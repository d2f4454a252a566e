import { errorAnswer } from "@tocsin/wire";
import type { HttpAnswer } from "./http-client.ts";
import { member } from "./json.ts";
import { match } from "./match.ts";
import { type Mismatch, mismatch } from "./mismatch.ts";

/** What holds for every answer of every operation (panic-v2 §1.7, §1.8), so that no fixture has to repeat it. */
export function breachesOf(answer: HttpAnswer): Mismatch[] {
  const { status, headers, text, body } = answer;
  const breaches = match({ "x-request-id": { $type: "text" } }, headers, { path: "headers", root: headers });
  if (isJson(answer) && text !== "" && body === undefined) {
    breaches.push(mismatch({ path: "body", root: body }, "JSON, as content-type says", text));
  }
  if (inner.test(text))
    breaches.push(mismatch({ path: "text", root: text }, "nothing of the server's inside", text));
  if (status >= 400) breaches.push(...breachesOfError(answer));
  return breaches;
}

/** A stack, a module's path or a statement is nobody's business. */
const inner = /(\n|\\n)\s+at .+:\d+:\d+|node_modules|\bselect\b.+\bfrom\b.+\bwhere\b/i;

function breachesOfError(answer: HttpAnswer): Mismatch[] {
  const { status, headers, body } = answer;
  const expectedHeaders = {
    "x-error-code": { $matches: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
    ...(status === 429 || status === 503 ? { "retry-after": { $type: "text" } } : {}),
  };
  const breaches = match(expectedHeaders, headers, { path: "headers", root: headers });
  // a person's page says it in HTML
  if (headers["content-type"]?.startsWith("text/html")) return breaches;
  const place = { path: "body", root: body };
  if (!isJson(answer) || !errorAnswer.safeParse(body).success) {
    return [...breaches, mismatch(place, "the error form {message, errors?} as JSON", body ?? answer.text)];
  }
  breaches.push(...match({ message: { $type: "text" } }, body, place));
  if (status === 400) breaches.push(...breachesOfList(answer));
  return breaches;
}

/** A 400 names every bad member. */
function breachesOfList({ body }: HttpAnswer): Mismatch[] {
  const errors = member(body, ["errors"]);
  const place = { path: "body.errors", root: body };
  if (!Array.isArray(errors) || errors.length === 0)
    return [mismatch(place, "the bad members, one or more", errors)];
  return match({ $each: { field: { $type: "text" }, message: { $type: "text" } } }, errors, place);
}

function isJson({ headers }: HttpAnswer): boolean {
  return /^application\/([\w.-]+\+)?json\b/.test(headers["content-type"] ?? "");
}
