import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const returnUrl = "app://x";

test.each([
  ["nothing", {}, ["returnUrl"]],
  ["no absolute address", { returnUrl: "/done" }, ["returnUrl"]],
  ["an address that runs something", { returnUrl: "javascript:alert(1)" }, ["returnUrl"]],
  ["no e-mail address", { returnUrl, email: "nope" }, ["email"]],
  ["a place without a name", { returnUrl, siteDetails: {} }, ["siteDetails.siteName"]],
  ["half a position", { returnUrl, siteDetails: { siteName: "x", latitude: 1 } }, ["siteDetails.longitude"]],
  [
    "no position on earth",
    { returnUrl, siteDetails: { siteName: "x", latitude: 91, longitude: "east" } },
    ["siteDetails.latitude", "siteDetails.longitude"],
  ],
  ["several at once", { email: 1, customerReferenceId: 2 }, ["returnUrl", "email", "customerReferenceId"]],
  ["no body", undefined, ["body"]],
])("%s", async (_title, body, fields) => {
  const answer = await system.request({
    method: "POST",
    path: "/panic-api/v2/customer-signup/sessions",
    body,
  });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});
