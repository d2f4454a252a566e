import { controlOperator, operatorParams, updateOperatorBody } from "@tocsin/wire";
import { asActor, updateOperator as update } from "../../../../operators/index.ts";
import { operation } from "../../../route.ts";
import { presentOperator } from "../present-operator.ts";

export const updateOperator = operation({
  method: "PATCH",
  path: "/control/v1/operators/:operatorId",
  operationId: "update-operator",
  summary: "Change an operator's name or role, disable them, or give them a new first password",
  description: "What is absent stays as it is. Disabling and a new password end their sessions at once.",
  tag: "Control room: operators",
  access: "admin",
  params: operatorParams,
  body: updateOperatorBody,
  answers: { 200: controlOperator },
  errors: ["not-found", "last-admin"],
  async handle({ context, caller, params, body }) {
    const operator = await update(context, asActor(caller.operator), params.operatorId, body);
    return { status: 200, body: presentOperator(operator) };
  },
});
