import { webhookEvents, webhookPayloads } from "@tocsin/wire";
import { describe, expect, test } from "vitest";
import { operations } from "../app.ts";
import { openApiDocument } from "./document.ts";
import { readDeliveries } from "./webhooks.ts";

const { webhooks = {} } = openApiDocument(operations, "https://callouts.example.com");
const deliveries = readDeliveries();
const payloads = Object.values(webhookPayloads);

function schemaOf(event: string) {
  return payloads.find((payload) => (payload.shape.message.options as readonly string[]).includes(event));
}

test("every event that can be registered for is described, by what it is about", () => {
  const described = payloads.flatMap((payload): string[] => payload.shape.message.options);
  expect(described.toSorted()).toEqual(webhookEvents.toSorted());
  expect(Object.keys(webhooks)).toEqual(["callout", "subscription", "customer"]);
  expect(webhooks.callout?.post.description).toContain("RESPONDER_ARRIVED_ON_SCENE");
});

describe("each delivery of the contract", () => {
  test("is shown where its event is described, one for each event", () => {
    const shown = Object.values(webhooks).flatMap(({ post }) =>
      Object.keys(post.requestBody.content["application/json"]?.examples ?? {}),
    );
    expect(shown.toSorted()).toEqual(webhookEvents.toSorted());
  });

  test.each([...deliveries])("%s is what its schema says, and no more", (event, delivery) => {
    expect(delivery.message).toBe(event);
    expect(schemaOf(event)?.parse(delivery)).toEqual(delivery);
  });
});
