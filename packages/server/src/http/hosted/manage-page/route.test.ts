import { personToken, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { openPage, sendForm } from "../../panic-v2/customer-signup/testing/open-signup.ts";

const system = useSystem();
let count = 0;

const post = async (path: string, body: unknown, token?: string) =>
  (await system.request({ method: "POST", path: `/panic-api/v2/${path}`, body, ...(token ? { token } : {}) }))
    .body;

interface Person {
  readonly id: number;
  readonly mobile: string;
}

async function person(surname: string): Promise<Person> {
  const mobile = `+2782777${String(1000 + count++)}`;
  return post("customers", { customer: { name: "Thandi", surname, mobile } });
}

/** A page of somebody with a family subscription that covers one other. */
async function family(members: Readonly<Record<string, unknown>> = {}) {
  const [owner, other] = [await person("Nkosi"), await person("Dlamini")];
  const subscription = await post("subscriptions", {
    customerId: owner.id,
    subscriptionTypeId: 2,
    dependantCustomerIds: [other.id],
    ...members,
  });
  return { owner, other, subscription, page: await pageOf(owner) };
}

async function pageOf({ id }: Person, members: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const token = await personToken(system, "customer", id);
  const body = { returnUrl: "myapp://account?x=1&y=2", ...members };
  return new URL((await post("subscription-management/sessions", body, token)).url).pathname;
}

const act = (page: string, action: string, fields: Readonly<Record<string, string>>) =>
  sendForm(system, page, { action, ...fields });
const read = async (id: number) =>
  (await system.request({ method: "GET", path: `/panic-api/v2/subscriptions/${id}` })).body;

describe("the page", () => {
  test("shows type, days and people, and leads back", async () => {
    const { page } = await family();
    const { status, headers, text } = await openPage(system, page);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-security-policy"]).toContain("form-action 'self';");
    expect(text).toContain("Your subscription with Acme Stores");
    expect(text).toContain("Thandi Dlamini");
    expect(text).toContain('<time datetime="2026-01-15">January 15, 2026</time>');
    expect(text).toContain('href="myapp://account?x=1&amp;y=2"');
    expect(text).not.toContain("<script");
  });

  test("writes days as the locale does", async () => {
    const { owner } = await family();
    expect((await openPage(system, await pageOf(owner, { locale: "de_DE" }))).text).toContain(
      "15. Januar 2026",
    );
  });

  test("of somebody who is covered by another: they see it and change nothing", async () => {
    const { other, subscription } = await family();
    const page = await pageOf(other);
    expect((await openPage(system, page)).text).toContain("Only they can change it.");
    const fields = { subscriptionId: String(subscription.id), customerId: String(other.id) };
    for (const action of ["cancel", "remove"]) expect((await act(page, action, fields)).status).toBe(404);
    expect(await read(subscription.id)).toMatchObject({ status: "active", dependantCustomerIds: [other.id] });
  });

  test("of somebody without one says so", async () => {
    expect((await openPage(system, await pageOf(await person("Botha")))).text).toContain(
      "You have no subscription now.",
    );
  });

  test("is gone after 30 minutes, with its person, and for who only nearly has its address", async () => {
    const { owner, page } = await family();
    const wrong = page.slice(0, -1) + (page.endsWith("A") ? "B" : "A");
    expect((await openPage(system, wrong)).status).toBe(404);
    const leaving = await person("Meyer");
    const gone = await pageOf(leaving);
    await post(`customers/${leaving.id}/delete`, undefined);
    expect((await openPage(system, gone)).status).toBe(404);
    const late = await pageOf(owner);
    system.clock.advance({ minutes: 30 });
    expect((await openPage(system, late)).status).toBe(404);
    expect((await act(late, "cancel", {})).status).toBe(404);
  });
});

describe("what may be done", () => {
  test("cancel: it ends at once, the partner is told, and looking again changes nothing again", async () => {
    const { subscription, page } = await family();
    const { status, headers } = await act(page, "cancel", { subscriptionId: String(subscription.id) });
    expect(status).toBe(303);
    expect(headers.location).toBe("?done=cancelled");
    expect(await read(subscription.id)).toMatchObject({
      status: "cancelled",
      CancelledReason: "Cancelled by the customer.",
    });
    const { text } = await openPage(system, `${page}?done=cancelled`);
    expect(text).toContain("Your subscription is cancelled.");
    expect(text).toContain("You have no subscription now.");
    const events = await system.context.db.query({
      text: "select from outbox where subscription_id = $1 and event = 'SUBSCRIPTION_CANCELLED'",
      values: [subscription.id],
    });
    expect(events).toHaveLength(1);
  });

  test("remove somebody, also when they are gone already", async () => {
    const { other, subscription, page } = await family();
    const fields = { subscriptionId: String(subscription.id), customerId: String(other.id) };
    for (let times = 0; times < 2; times++)
      expect((await act(page, "remove", fields)).headers.location).toBe("?done=removed");
    expect((await read(subscription.id)).dependantCustomerIds).toEqual([]);
  });

  test("add somebody whose number and surname one knows, however they are written", async () => {
    const { other, subscription, page } = await family();
    const zoe = await person("Müller-Nkosi");
    const fields = {
      subscriptionId: String(subscription.id),
      mobile: zoe.mobile.replace("+27", "0"),
      surname: " muller-NKOSI ",
    };
    for (let times = 0; times < 2; times++)
      expect((await act(page, "add", fields)).headers.location).toBe("?done=added");
    expect((await read(subscription.id)).dependantCustomerIds).toEqual([other.id, zoe.id]);
  });
});

describe("what may not be done is told in words, and changes nothing", () => {
  test("add: a wrong surname, a number nobody has, one's own number; all in the same words", async () => {
    const { owner, subscription, page } = await family();
    const zoe = await person("Müller");
    const subscriptionId = String(subscription.id);
    const texts = [];
    for (const [mobile, surname] of [
      [zoe.mobile, "Miller"],
      ["+27827770001", "Müller"],
      [owner.mobile, "Nkosi"],
    ] as const) {
      const { status, text } = await act(page, "add", { subscriptionId, mobile, surname });
      expect(status).toBe(404);
      texts.push(text);
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("nobody with this number and surname is signed up");
  });

  test("add: no number, and no room", async () => {
    const six = await Promise.all([1, 2, 3, 4, 5, 6].map(() => person("Nkosi")));
    const [last, ...five] = six;
    const { subscription, page } = await family({ dependantCustomerIds: five.map(({ id }) => id) });
    const subscriptionId = String(subscription.id);
    expect((await act(page, "add", { subscriptionId, mobile: "x", surname: "y" })).status).toBe(400);
    const full = await act(page, "add", { subscriptionId, mobile: last?.mobile ?? "", surname: "Nkosi" });
    expect(full.status).toBe(409);
    expect(full.text).toContain("covers as many people as it can");
  });

  test("another's subscription, one that is over, no action that there is", async () => {
    const { subscription, page } = await family();
    const others = await family();
    const fields = { subscriptionId: String(others.subscription.id) };
    expect((await act(page, "cancel", fields)).status).toBe(404);
    expect((await read(others.subscription.id)).status).toBe("active");
    const own = { subscriptionId: String(subscription.id) };
    await act(page, "cancel", own);
    expect((await act(page, "cancel", own)).status).toBe(404);
    expect((await act(page, "dance", own)).status).toBe(400);
  });

  test("a form from elsewhere", async () => {
    const { subscription, page } = await family();
    const form = { action: "cancel", subscriptionId: String(subscription.id) };
    const answer = await sendForm(system, page, form, { origin: "https://evil.example" });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("<h1>Nothing was changed</h1>");
    expect((await read(subscription.id)).status).toBe("active");
  });
});
