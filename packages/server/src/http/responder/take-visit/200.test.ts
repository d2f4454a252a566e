import { addVisit, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free } from "../testing/at-work.ts";
import { taken } from "../testing/visits.ts";

const system = useSystem();

describe("200", () => {
  test("the visit is the responder's, with everything needed to go there", async () => {
    const { visitId } = await addVisit(system);
    const app = await free(system);
    expect(await app.post(`/visits/${visitId}/take`)).toMatchObject({
      status: 200,
      body: {
        id: visitId,
        state: "assigned",
        address: "1 Long Street",
        responder: { id: app.responder.responderId },
        assignedAt: system.clock.now().toString({ fractionalSecondDigits: 3 }),
      },
    });
  });

  test("one's own again changes nothing: the first answer may have got lost", async () => {
    const { app, path, visit } = await taken(system);
    const again = await app.post(`${path}/take`);
    expect(again).toMatchObject({ status: 200, body: { state: "assigned" } });
    const rows = await system.context.db.query({
      text: "select kind from visit_event where visit_id = $1 order by id",
      values: [visit.visitId],
    });
    expect(rows).toEqual([{ kind: "planned" }, { kind: "taken" }]);
  });
});
