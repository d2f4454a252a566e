import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { upload } from "../testing/upload.ts";

const system = useSystem();

test("404 for an import that never was, and in the same words for another tenant's", async () => {
  const { body } = await upload(system, { file: "x" });
  const read = async (id: number) =>
    system.request({
      method: "GET",
      path: `/v1/predefinedlocations/imports/${id}`,
      token: await system.token(system.otherPartner),
    });
  const theirs = await read(body.importId);
  const none = await read(999_999);
  expect([theirs.status, none.status]).toEqual([404, 404]);
  expect(theirs.text.replace(String(body.importId), "999999")).toBe(none.text);
});
