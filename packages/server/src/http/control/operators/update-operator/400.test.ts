import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test.each([{ name: "" }, { role: "root" }, { password: "short" }, { disabled: "yes" }, { name: null }])(
  "%j",
  async (body) => {
    const { operatorId } = await addOperator(system);
    const answer = await as(system, "admin", "PATCH", `/operators/${operatorId}`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ field: Object.keys(body)[0] }]);
  },
);
