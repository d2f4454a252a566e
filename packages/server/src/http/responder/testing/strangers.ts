import type { TestRequest, TestSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

/** Tests that an operation lets in nobody but whoever it is for, whatever else is wrong with the request. */
export function refusesStrangers(
  system: TestSystem,
  kind: "responder" | "fleet",
  request: Omit<TestRequest, "token">,
): void {
  const otherKind = kind === "responder" ? "fleet" : "responder";
  const tokens: Readonly<Record<string, () => Promise<string | null>>> = {
    "no token": async () => null,
    "nobody's token": async () => "x".repeat(43),
    "a partner's token": () => system.token(),
    "an operator's session": () => sessionOf(system, "operator"),
    [`a ${otherKind} session`]: () => sessionOf(system, otherKind),
    "a session that is over": async () => {
      const token = await sessionOf(system, kind);
      system.clock.advance({ hours: 12 });
      return token;
    },
  };

  describe("401", () => {
    test.each(Object.keys(tokens))("%s", async (which) => {
      const token = (await tokens[which]?.()) ?? null;
      const answer = await system.request({ ...request, token });
      expect(answer).toMatchObject({ status: 401, headers: { "x-error-code": "unauthorized" } });
      expect((await system.request({ ...request, token, body: "{" })).status).toBe(401);
    });
  });
}

async function sessionOf({ context }: TestSystem, kind: "operator" | "responder" | "fleet"): Promise<string> {
  return (await context.sessions.issue({ kind, subjectId: 1 })).token;
}
