import { controlOperator, createOperatorBody } from "@tocsin/wire";
import { asActor, createOperator as create } from "../../../../operators/index.ts";
import { operation } from "../../../route.ts";
import { presentOperator } from "../present-operator.ts";

export const createOperator = operation({
  method: "POST",
  path: "/control/v1/operators",
  operationId: "create-operator",
  summary: "Create an operator, who changes the password at the first sign-in",
  tag: "Control room: operators",
  access: "admin",
  body: createOperatorBody,
  answers: { 201: controlOperator },
  errors: ["username-taken"],
  async handle({ context, caller, body }) {
    const operator = await create(context, asActor(caller.operator), body);
    return { status: 201, body: presentOperator(operator) };
  },
});
