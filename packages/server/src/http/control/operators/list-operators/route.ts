import { controlOperatorList } from "@tocsin/wire";
import { listOperators as list } from "../../../../operators/index.ts";
import { operation } from "../../../route.ts";
import { presentOperator } from "../present-operator.ts";

export const listOperators = operation({
  method: "GET",
  path: "/control/v1/operators",
  operationId: "list-operators",
  summary: "List operators, disabled ones too",
  tag: "Control room: operators",
  access: "admin",
  answers: { 200: controlOperatorList },
  errors: [],
  async handle({ context }) {
    return { status: 200, body: { operators: (await list(context.db)).map(presentOperator) } };
  },
});
