import type { controllerEvents } from "../../../control-room/index.ts";
import { actOnCallout } from "../../../control-room/index.ts";
import { AppError } from "../../../errors.ts";
import { isAtLeast } from "../../../operators/index.ts";
import type { OperatorCaller } from "../../access/callers.ts";
import type { Answer, Input } from "../../route.ts";
import { presentRow } from "./present-callout.ts";

export type ActInput<Body> = Input<{ calloutId: number }, unknown, Body, OperatorCaller>;

type CalloutEvent = ReturnType<(typeof controllerEvents)[keyof typeof controllerEvents]>;

/** Lets an event happen to the callout of the path at the caller's wish; the answer is the callout as it is then. */
export async function answerAct(
  { context, caller, params, body }: ActInput<object>,
  action: string,
  event: CalloutEvent,
): Promise<Answer> {
  const row = await actOnCallout(context, actOf({ caller, params, body }, action), event);
  return { status: 200, body: presentRow(row, context.clock.now()) };
}

/** What the audit keeps of an action. */
export function actOf(
  { caller, params, body }: Pick<ActInput<object>, "caller" | "params" | "body">,
  action: string,
) {
  return { calloutId: params.calloutId, operator: caller.operator, action, body: { ...body } };
}

/** Taking a callout out of another's hands is a supervisor's. @throws AppError `forbidden` */
export function checkForce({ caller, body }: Pick<ActInput<{ force: boolean }>, "caller" | "body">): void {
  if (!body.force || isAtLeast(caller.operator.role, "supervisor")) return;
  throw new AppError("forbidden", `force takes the role supervisor; yours is ${caller.operator.role}.`);
}
