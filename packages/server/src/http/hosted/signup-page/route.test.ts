import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import {
  openPage,
  openSignup,
  sendForm,
  thandi,
} from "../../panic-v2/customer-signup/testing/open-signup.ts";

const system = useSystem();
let count = 0;
/** Somebody whom nobody knows yet. */
const somebody = () => ({ ...thandi, mobile: `082555${String(1000 + count++)}` });
const read = async (id: string) =>
  (await system.request({ method: "GET", path: `/panic-api/v2/customer-signup/sessions/${id}` })).body;

describe("the page", () => {
  test("is a form in plain HTML: no script, nothing of others, kept by nobody, in no frame", async () => {
    const { page } = await openSignup(system, { email: "thandi@example.com" });
    const { status, headers, text } = await openPage(system, page);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self' myapp:; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(text).toContain("<h1>Sign up with Acme Stores</h1>");
    expect(text).toContain('value="thandi@example.com"');
    expect(text).not.toContain("<script");
  });

  test("labels every field", async () => {
    const { page } = await openSignup(system, { siteDetails: { siteName: "Home" } });
    const { text } = await openPage(system, page);
    const fields = [...text.matchAll(/<input id="(\w+)"/g)].map(([, id]) => id);
    expect(fields).toEqual(["name", "surname", "mobile", "email", "address", "coordinates"]);
    for (const field of fields) expect(text).toContain(`<label for="${field}">`);
  });

  test("escapes what partners and people wrote", async () => {
    const { page } = await openSignup(system, { siteDetails: { siteName: "<b>Home</b>" } });
    const answer = await sendForm(system, page, {
      ...thandi,
      name: '"><script>alert(1)</script>',
      surname: "",
    });
    expect(answer.text).toContain("&lt;b&gt;Home&lt;/b&gt;");
    expect(answer.text).toContain("&quot;&gt;&lt;script&gt;");
    expect(answer.text).not.toContain("<script");
  });

  test("can't be guessed, and says so in words for people", async () => {
    const [one, two] = [await openSignup(system), await openSignup(system)];
    const swapped = one.page.slice(0, -22) + two.page.slice(-22);
    for (const path of [swapped, one.page.slice(0, -1), "/signup/x", `/signup/${one.id}`]) {
      const answer = await openPage(system, path);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain("<h1>Nothing here</h1>");
      expect((await sendForm(system, path, somebody())).status).toBe(404);
    }
  });
});

describe("signing up", () => {
  test("registers the person and sends them back: 303, the partner's own query in front", async () => {
    const { id, page } = await openSignup(system, { customerReferenceId: "crm-1" });
    const { status, headers } = await sendForm(system, page, { ...somebody(), email: "t@example.com" });
    const { customerId, ...session } = await read(id);
    expect(session).toMatchObject({ status: "completed", siteId: null });
    expect(status).toBe(303);
    expect(headers.location).toBe(
      `myapp://done?x=1&status=completed&signupSessionId=${id}&customerId=${customerId}`,
    );
    const customer = await system.request({ method: "GET", path: `/panic-api/v2/customers/${customerId}` });
    expect(customer.body).toMatchObject({
      name: "Thandi",
      surname: "Nkosi",
      mobile: expect.stringMatching(/^\+2782555/),
      email: "t@example.com",
      externalReferenceId: "crm-1",
    });
  });

  test("registers the place with them, by what the partner said or the person wrote", async () => {
    const reference = "site-of-thandi";
    const told = await openSignup(system, {
      siteDetails: { siteName: "Home", siteReferenceId: reference, latitude: "-33.9249", longitude: 18.4241 },
    });
    await sendForm(system, told.page, { ...somebody(), address: "12 Long Street" });
    const asked = await openSignup(system, { siteDetails: { siteName: "Farm" } });
    await sendForm(system, asked.page, { ...somebody(), coordinates: "-26.0919, 28.0840" });
    const expected = [
      [told.id, { externalReferenceId: reference, formattedAddress: "12 Long Street", latitude: "-33.9249" }],
      [asked.id, { externalReferenceId: `signup-${asked.id}`, formattedAddress: null, latitude: "-26.0919" }],
    ] as const;
    for (const [id, place] of expected) {
      const { siteId, customerId } = await read(id);
      const { body } = await system.request({
        method: "GET",
        path: `/panic-api/v2/predefinedLocations/${siteId}`,
      });
      expect(body).toMatchObject({ ...place, customerId });
    }
  });

  test("is for once: the form sent again, also at the same instant, leads back as the first time", async () => {
    const { id, page } = await openSignup(system);
    const form = somebody();
    const answers = await Promise.all([1, 2, 3].map(() => sendForm(system, page, form)));
    answers.push(
      await sendForm(system, page, somebody()),
      await sendForm(system, page, { action: "cancel" }),
    );
    const { customerId } = await read(id);
    expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(
      new Set([`myapp://done?x=1&status=completed&signupSessionId=${id}&customerId=${customerId}`]),
    );
    expect((await openPage(system, page)).text).toContain("You are signed up");
  });
});

describe("what the person can put right", () => {
  test("everything that is wrong at once, tied to its field; what was written stands there still", async () => {
    const { page } = await openSignup(system, { siteDetails: { siteName: "Farm" } });
    const form = { name: " ", surname: "Nkosi", mobile: "12", email: "nope", coordinates: "there" };
    const { status, text } = await sendForm(system, page, { ...form, action: "signup" });
    expect(status).toBe(400);
    const invalid = [...text.matchAll(/<input id="(\w+)"[^>]*aria-invalid="true"/g)].map(([, id]) => id);
    expect(invalid).toEqual(["name", "mobile", "email", "coordinates"]);
    for (const field of invalid) expect(text).toContain(`id="${field}-problem"`);
    expect(text).toContain('role="alert"');
    expect(text).toContain('value="Nkosi"');
  });

  test.each([{}, { ...thandi, coordinates: "91, 0" }, { ...thandi, coordinates: "1" }])(
    "%j",
    async (form) => {
      const { page } = await openSignup(system, { siteDetails: { siteName: "Farm" } });
      expect((await sendForm(system, page, form)).status).toBe(400);
    },
  );

  test("a number that somebody has: a clear page that names nobody, and another number is taken", async () => {
    const form = somebody();
    await sendForm(system, (await openSignup(system)).page, form);
    const { id, page } = await openSignup(system);
    const { status, text } = await sendForm(system, page, { ...form, name: "Other" });
    expect(status).toBe(409);
    expect(text).toContain("Somebody is signed up with this mobile number already.");
    expect(text).not.toContain("178");
    expect(await read(id)).toMatchObject({ status: "pending_verification", customerId: null });
    expect((await sendForm(system, page, somebody())).status).toBe(303);
  });

  test("nothing: a site reference that is taken fails the sign-up, and registers nobody", async () => {
    const siteDetails = { siteName: "Home", siteReferenceId: "taken", latitude: 1, longitude: 2 };
    await sendForm(system, (await openSignup(system, { siteDetails })).page, somebody());
    const { id, page } = await openSignup(system, { siteDetails });
    const form = somebody();
    const { status, headers } = await sendForm(system, page, form);
    expect(status).toBe(303);
    expect(headers.location).toBe(
      `myapp://done?x=1&status=failed&signupSessionId=${id}&error_code=site_reference_taken`,
    );
    expect(await read(id)).toMatchObject({ status: "failed", customerId: null, siteId: null });
    // the number is free still
    expect((await sendForm(system, (await openSignup(system)).page, form)).headers.location).toContain(
      "completed",
    );
  });
});

describe("not signing up", () => {
  test("Cancel sends them back whatever stands in the form", async () => {
    const { id, page } = await openSignup(system);
    const { status, headers } = await sendForm(system, page, { name: "", action: "cancel" });
    expect(status).toBe(303);
    expect(headers.location).toBe(`myapp://done?x=1&status=cancelled&signupSessionId=${id}`);
    expect(await read(id)).toMatchObject({ status: "cancelled", customerId: null });
    expect((await openPage(system, page)).text).toContain("You did not sign up");
  });

  test("after a day it is over, and says so", async () => {
    const { id, page } = await openSignup(system);
    system.clock.advance({ hours: 24 });
    expect(await read(id)).toMatchObject({ status: "failed", errorCode: "expired" });
    expect((await openPage(system, page)).text).toContain("open for too long");
    const { headers } = await sendForm(system, page, somebody());
    expect(headers.location).toBe(`myapp://done?x=1&status=failed&signupSessionId=${id}&error_code=expired`);
    expect((await read(id)).customerId).toBeNull();
  });

  test.each([{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }, {}])(
    "a form from elsewhere changes nothing: %j",
    async (headers) => {
      const { id, page } = await openSignup(system);
      const answer = await sendForm(system, page, somebody(), headers);
      expect(answer).toMatchObject({ status: 403, headers: { "x-error-code": "forbidden" } });
      // whoever reads it is a person
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(answer.text).toContain("Open the page anew");
      expect((await read(id)).status).toBe("pending_verification");
    },
  );
});

test.each([
  ["https://shop.example:8443/done", "https://shop.example:8443"],
  ["https://a;script-src.example/", "https:"],
  ["com.example.app:/x", "com.example.app:"],
])("its forms may lead to %s, and the policy says no more than that", async (returnUrl, source) => {
  const { page } = await openSignup(system, { returnUrl });
  const policy = String((await openPage(system, page)).headers["content-security-policy"]);
  expect(policy.split("; ")).toContain(`form-action 'self' ${source}`);
  expect(policy.split(";")).toHaveLength(5);
});
