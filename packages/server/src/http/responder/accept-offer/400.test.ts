import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test.each(["x", "0", "-1", "1.5", "99999999999999999"])("%s is no offer's id", async (id) => {
    const answer = await (await free(system)).post(`/offers/${id}/accept`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "offerId" }] } });
  });
});
