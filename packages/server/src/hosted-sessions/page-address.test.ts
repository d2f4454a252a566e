import fc from "fast-check";
import { expect, test } from "vitest";
import { systemRandom } from "../clock.ts";
import { letIn, makePageToken, pageSegment, readPageSegment } from "./page-address.ts";

const sessionId = fc.uuid();
const customerSourceId = fc.nat();

test("what was written is read back", () => {
  fc.assert(
    fc.property(customerSourceId, sessionId, (source, id) => {
      const address = { customerSourceId: source, sessionId: id, token: makePageToken(systemRandom) };
      expect(readPageSegment(pageSegment(address))).toEqual(address);
    }),
  );
});

test.each([
  "",
  "b",
  "b-8f14e45f-ceea-4a7b-9c1d-2b6f0e5a9d31",
  "b-8f14e45f-ceea-4a7b-9c1d-2b6f0e5a9d31-short",
  "B-8f14e45f-ceea-4a7b-9c1d-2b6f0e5a9d31-AAAAAAAAAAAAAAAAAAAAAA",
  "b-8f14e45f-ceea-4a7b-9c1d-2b6f0e5a9d31-AAAAAAAAAAAAAAAAAAAAAA\n",
  "b-8f14e45f-ceea-4a7b-9c1d-2b6f0e5a9d3'-AAAAAAAAAAAAAAAAAAAAAA",
])("%j is no address", (segment) => {
  expect(readPageSegment(segment)).toBeUndefined();
});

test("the ids alone open nothing", () => {
  const session = { token: makePageToken(systemRandom) };
  const address = { customerSourceId: 1, sessionId: "x", token: session.token };
  expect(letIn(session, address)).toBe(session);
  expect(letIn(session, { ...address, token: makePageToken(systemRandom) })).toBeUndefined();
  expect(letIn(undefined, address)).toBeUndefined();
});
