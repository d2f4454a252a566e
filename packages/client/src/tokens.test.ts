import { expect, it } from "vitest";
import { rememberTokens } from "./tokens.ts";

/** A source that counts what it was asked, on a clock that stands still. */
function counting(expiresIn = 3600) {
  const state = { now: 0, asked: 0, fail: false };
  const source = rememberTokens(
    async () => {
      state.asked += 1;
      if (state.fail) throw new Error("down");
      return { accessToken: `token-${state.asked}`, expiresIn };
    },
    () => state.now,
  );
  return { state, source };
}

it("asks once for all who come at the same instant", async () => {
  const { state, source } = counting();
  expect(await Promise.all([source.current(), source.current()])).toEqual(["token-1", "token-1"]);
  expect(state.asked).toBe(1);
});

it("asks anew shortly before the end", async () => {
  const { state, source } = counting();
  await source.current();
  state.now = 3_569_000;
  expect(await source.current()).toBe("token-1");
  state.now = 3_571_000;
  expect(await source.current()).toBe("token-2");
});

it("uses half of a life that is shorter than the margin", async () => {
  const { state, source } = counting(20);
  await source.current();
  state.now = 9_000;
  expect(await source.current()).toBe("token-1");
  state.now = 11_000;
  expect(await source.current()).toBe("token-2");
});

it("a refused token is not given again; one that was replaced meanwhile stays", async () => {
  const { source } = counting();
  const first = await source.current();
  source.discard(first);
  expect(await source.current()).toBe("token-2");
  source.discard(first);
  expect(await source.current()).toBe("token-2");
});

it("a failure is not remembered", async () => {
  const { state, source } = counting();
  state.fail = true;
  await expect(source.current()).rejects.toThrow("down");
  state.fail = false;
  expect(await source.current()).toBe("token-2");
});
