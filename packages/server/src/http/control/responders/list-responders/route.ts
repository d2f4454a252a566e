import { controlResponderList } from "@tocsin/wire";
import { listResponders as list } from "../../../../responders/index.ts";
import { operation } from "../../../route.ts";
import { presentOverview } from "../present-responder.ts";

export const listResponders = operation({
  method: "GET",
  path: "/control/v1/responders",
  operationId: "list-responders",
  summary: "List responders with what they are doing and where, disabled ones too",
  tag: "Control room: responders",
  access: "operator",
  answers: { 200: controlResponderList },
  errors: [],
  async handle({ context }) {
    const now = context.clock.now();
    const responders = (await list(context)).map((each) => presentOverview(each, now));
    return { status: 200, body: { responders } };
  },
});
