import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["application/json", "text/csv", "application/x-www-form-urlencoded"])(
  "415 for %s",
  async (type) => {
    const answer = await system.request({
      method: "POST",
      path: "/v1/predefinedlocations/upload",
      body: "externalReferenceId",
      headers: { "content-type": type },
    });
    expect([answer.status, answer.headers["x-error-code"]]).toEqual([415, "unsupported-media-type"]);
    expect(answer.body.message).toContain("multipart/form-data");
  },
);
