import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { createPartner, listPartners } from "./index.ts";

const system = useSystem();

test("a partner comes with a house account and a secret that lets it in", async () => {
  const made = await createPartner(system.context, { clientId: "shop-1", name: "Shop One" });
  expect(made.clientSecret).toMatch(/^[\w-]{43}$/);
  const { accessToken } = await system.context.tokens.issue("shop-1", made.clientSecret);
  const { partner } = await system.context.tokens.verify(accessToken);
  expect(partner).toMatchObject({
    customerSourceId: made.customerSourceId,
    clientId: "shop-1",
    name: "Shop One",
    houseAccountId: made.houseAccountId,
  });
  const accounts = await system.context.db.query({
    text: "select id, name, is_house_account from customer where customer_source_id = $1",
    values: [made.customerSourceId],
  });
  expect(accounts).toEqual([{ id: made.houseAccountId, name: "Shop One", is_house_account: true }]);
});

test("a secret may be chosen, and is not to be found in the database", async () => {
  const made = await createPartner(system.context, {
    clientId: "chosen",
    name: "Chosen",
    clientSecret: "legacy secret",
  });
  expect(made.clientSecret).toBe("legacy secret");
  await expect(system.context.tokens.issue("chosen", "legacy secret")).resolves.toBeTruthy();
  const rows = await system.context.db.query({
    text: "select to_jsonb(s)::text as text from client_secret s",
  });
  expect(JSON.stringify(rows)).not.toContain("legacy");
});

test("policies given at once hold from the start", async () => {
  const policies = { tokenLifetimeSeconds: 60, timing: { alarmRepeatSeconds: 10 } };
  const { clientSecret } = await createPartner(system.context, {
    clientId: "brief",
    name: "Brief",
    policies,
  });
  expect((await system.context.tokens.issue("brief", clientSecret)).expiresIn).toBe(60);
});

test("of many that ask for one clientId at once, one gets it and the others are told", async () => {
  const asked = Array.from({ length: 5 }, () =>
    createPartner(system.context, { clientId: "wanted", name: "Wanted" }),
  );
  const outcomes = await Promise.allSettled(asked);
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [String(outcome.reason)] : [],
  );
  expect(refused).toEqual(Array(4).fill("AppError: The clientId wanted is taken. Choose another one."));
  const listed = await listPartners(system.context);
  expect(listed.filter(({ clientId }) => clientId === "wanted")).toHaveLength(1);
});

describe("refuses", () => {
  test.each([
    ["an empty clientId", { clientId: "" }, "clientId must be"],
    ["a clientId with a colon, which HTTP Basic cuts at", { clientId: "a:b" }, "clientId must be"],
    ["a clientId too long", { clientId: "a".repeat(129) }, "clientId must be"],
    ["a blank name", { name: " " }, "name must be"],
    ["an empty secret", { clientSecret: "" }, "clientSecret must be"],
    ["a NUL in the secret", { clientSecret: "a\0b" }, "clientSecret must be"],
    ["a policy out of range", { policies: { tokenLifetimeSeconds: 1 } }, "tokenLifetimeSeconds must be"],
    [
      "a default that is not switched on",
      { policies: { defaultResponseTypeId: 3 } },
      "responseTypes must have it",
    ],
  ])("%s", async (_title, part, message) => {
    const before = await listPartners(system.context);
    await expect(createPartner(system.context, { clientId: "fine", name: "Fine", ...part })).rejects.toThrow(
      message,
    );
    expect(await listPartners(system.context)).toEqual(before);
  });
});
