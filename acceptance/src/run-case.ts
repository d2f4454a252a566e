import { createHash } from "node:crypto";
import { buildRequest } from "./build-request.ts";
import { checkAnswers, pick } from "./check-answers.ts";
import type { FixtureRequest, Step } from "./fixture.ts";
import { type HttpAnswer, type HttpRequest, send } from "./http-client.ts";
import { show } from "./json.ts";
import type { AcceptanceCase } from "./load-cases.ts";
import type { Mismatch } from "./mismatch.ts";
import { UnknownVariable, type Variables } from "./template.ts";
import type { Target } from "./tenants.ts";

/** Why a case did not hold: the step that went wrong, and the request to repeat it with. */
export interface Failure {
  readonly step: number;
  readonly note: string | undefined;
  readonly mismatches: readonly Mismatch[];
  readonly request: HttpRequest | undefined;
  readonly parallel: number;
}

/**
 * Runs the steps of a case up to the first that fails, since what follows stands on it; then cleans up.
 * @param unique stands in every name the case makes up, so that it runs beside other data and twice in a row
 * @returns undefined when every step held
 */
export async function runCase(
  test: AcceptanceCase,
  target: Target,
  unique: string,
): Promise<Failure | undefined> {
  const { clientId, clientSecret } = target.tenants.server;
  const pair = `${clientId}:${clientSecret}`;
  const known = { unique, ...numberFrom(unique), clientId, clientSecret, pair, token: { ...target.tokens } };
  const variables: Variables = { known, row: test.variables };
  try {
    for (const [index, step] of test.steps.entries()) {
      const failure = await runStep(step, variables, target);
      if (failure)
        return { step: index + 1, note: step.note, parallel: step.request.parallel ?? 1, ...failure };
    }
    return undefined;
  } finally {
    for (const { request } of test.cleanup) await tidy(request, variables, target);
  }
}

/** Digits that a telephone number of the case's own can end in, and the last four of them, which are a safe code. */
function numberFrom(unique: string): { digits: string; lastFour: string } {
  const hash = createHash("sha256").update(unique).digest().readUInt32BE();
  const digits = String(hash % 100_000_000).padStart(8, "0");
  return { digits, lastFour: digits.slice(-4) };
}

type StepFailure = Pick<Failure, "mismatches" | "request">;

/** Runs one step and adds what it captures to what is known. */
async function runStep(step: Step, variables: Variables, target: Target): Promise<StepFailure | undefined> {
  let request: HttpRequest | undefined;
  try {
    const requests = buildRequests(step.request, variables, target);
    request = requests[0];
    const answers = await Promise.all(requests.map((each) => send(target.base, each)));
    const mismatches = checkAnswers(step.expect, answers, variables);
    if (mismatches.length > 0) return { mismatches, request };
    capture(step, answers[0], variables);
    return undefined;
  } catch (error) {
    const mismatches = [{ path: "answer", expected: "an answer", actual: String(error) }];
    return { mismatches, request };
  }
}

/** One, or as many as go out at once; `{{n}}` is the number of each. */
function buildRequests(
  request: FixtureRequest,
  { known, row }: Variables,
  { tokens }: Target,
): HttpRequest[] {
  return Array.from({ length: request.parallel ?? 1 }, (_, n) =>
    buildRequest(request, { known: { ...known, n }, row }, tokens),
  );
}

function capture(step: Step, answer: HttpAnswer | undefined, { known }: Variables): void {
  for (const [name, path] of Object.entries(step.capture ?? {})) {
    const value = answer && pick(answer, path);
    if (value === undefined)
      throw new UnknownVariable(`the answer has no ${path} to capture: ${show(answer?.text)}`);
    known[name] = value;
  }
}

/** Cleaning up is a courtesy: what was never made, or can't be undone on this server, is left. */
async function tidy(request: FixtureRequest, variables: Variables, target: Target): Promise<void> {
  try {
    await send(target.base, buildRequest(request, variables, target.tokens));
  } catch (error) {
    if (!(error instanceof UnknownVariable)) console.error(`cleaning up: ${String(error)}`);
  }
}
