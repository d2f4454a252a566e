import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { free } from "../testing/at-work.ts";
import { taken } from "../testing/visits.ts";

const system = useSystem();

test("somebody else's visit does not exist, nor does one that never was", async () => {
  const { visit } = await taken(system);
  const stranger = await free(system);
  for (const id of [visit.visitId, 999_999])
    expect(await stranger.post(`/visits/${id}/complete`)).toMatchObject({
      status: 404,
      body: { message: `Visit ${id} was not found.` },
    });
});
