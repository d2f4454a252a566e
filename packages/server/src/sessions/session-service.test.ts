import { useSystem } from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSessionService, endSessions } from "./index.ts";

const system = useSystem();
const unauthorized = { code: "unauthorized", status: 401 };

describe("A session", () => {
  test("speaks for its subject, and for its kind alone", async () => {
    const { sessions } = system.context;
    const { token, expiresIn } = await sessions.issue({ kind: "responder", subjectId: 7 });
    expect(expiresIn).toBe(12 * 3600);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await sessions.verify(token, "responder")).toEqual({ kind: "responder", subjectId: 7 });
    await expect(sessions.verify(token, "operator")).rejects.toMatchObject(unauthorized);
    await expect(sessions.verify(token, "fleet")).rejects.toMatchObject(unauthorized);
  });

  test("is kept as a hash: the table opens no door", async () => {
    const { token } = await system.context.sessions.issue({ kind: "operator", subjectId: 1 });
    const [row] = await system.context.db.query<{ found: boolean }>({
      text: "select exists (select from session where encode(token_sha256, 'escape') like $1 or encode(token_sha256, 'base64') like $1) as found",
      values: [`%${token}%`],
    });
    expect(row?.found).toBe(false);
  });

  test("ends after twelve hours, remembered or not", async () => {
    const { sessions } = system.context;
    const one = await sessions.issue({ kind: "responder", subjectId: 8 });
    system.clock.advance({ hours: 11, minutes: 59, seconds: 59 });
    await sessions.verify(one.token, "responder");
    system.clock.advance({ seconds: 1 });
    await expect(sessions.verify(one.token, "responder")).rejects.toMatchObject(unauthorized);
  });

  test("ends when it is revoked; revoking twice is no mistake", async () => {
    const { sessions } = system.context;
    const { token } = await sessions.issue({ kind: "fleet", subjectId: 5 });
    await sessions.verify(token, "fleet");
    await sessions.revoke(token);
    await sessions.revoke(token);
    await expect(sessions.verify(token, "fleet")).rejects.toMatchObject(unauthorized);
  });

  test("nobody's token opens nothing", async () => {
    for (const token of ["", "nonsense", "x".repeat(43)])
      await expect(system.context.sessions.verify(token, "responder")).rejects.toMatchObject(unauthorized);
  });

  test("of the past is swept by those who sign in later", async () => {
    const { db, sessions } = system.context;
    await sessions.issue({ kind: "responder", subjectId: 9 });
    system.clock.advance({ hours: 13 });
    await sessions.issue({ kind: "responder", subjectId: 9 });
    const text = "select count(*)::int as count from session where subject_id = 9";
    expect(await db.query({ text })).toEqual([{ count: 1 }]);
  });
});

describe("On another node", () => {
  let other: ReturnType<typeof createSessionService>;
  beforeAll(async () => {
    other = createSessionService(system.context);
    await other.start();
  });
  afterAll(() => other.stop());

  test("a session is known at once", async () => {
    const { token } = await system.context.sessions.issue({ kind: "operator", subjectId: 3 });
    expect(await other.verify(token, "operator")).toEqual({ kind: "operator", subjectId: 3 });
  });

  test("all sessions of a subject end, though they were remembered there", async () => {
    const { token } = await system.context.sessions.issue({ kind: "operator", subjectId: 4 });
    await other.verify(token, "operator");
    await endSessions(system.context.db, "operator", [4]);
    await expect.poll(() => other.verify(token, "operator").catch(() => "ended")).toBe("ended");
  });

  test("one that was ended unheard is found out after 30 seconds", async () => {
    const { token } = await system.context.sessions.issue({ kind: "operator", subjectId: 6 });
    await other.verify(token, "operator");
    await system.context.db.query({ text: "delete from session where subject_id = 6" });
    system.clock.advance({ seconds: 29 });
    await other.verify(token, "operator");
    system.clock.advance({ seconds: 1 });
    await expect(other.verify(token, "operator")).rejects.toMatchObject(unauthorized);
  });
});
