import { expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "../openapi/document.ts";
import { operation } from "../route.ts";
import { referenceMarkdown } from "./reference.ts";

const spot = z
  .object({
    latitude: z.number().nullable(),
    near: z.array(z.object({ name: z.string().describe("Short | plain.") })),
  })
  .meta({ id: "Spot" });

const moveThing = operation({
  method: "POST",
  path: "/things/:id/move",
  operationId: "move-thing",
  summary: "Move a thing",
  description: "Far away.",
  tag: "Things",
  access: "server",
  params: z.object({ id: z.int().min(1) }),
  body: z.object({ to: z.string().max(10), why: z.enum(["a", "b"]).optional() }),
  answers: { 200: spot, 204: null },
  errors: ["not-found"],
  handle: async () => ({ status: 204 }),
});

const exchange = {
  name: "once",
  summary: "Once",
  provenance: { answer: "ours" },
  answer: { status: 200, body: { latitude: null, near: [] } },
};
const place = { root: "", tokensPage: "integrate/tokens.md" };
const markdown = referenceMarkdown(
  openApiDocument([moveThing], "", new Map([["move-thing", [exchange]]])),
  place,
);

test("operations stand under their tag, with method, path and what they are for", () => {
  expect(markdown).toMatch(/^## Things\n\n### Move a thing\n\n`POST \/things\/\{id\}\/move`\n\nFar away\.\n/);
});

test("parameters and members are tables: type, limits, whether required, meaning", () => {
  expect(markdown).toContain("| `id` | path | integer, from 1 | yes |  |");
  expect(markdown).toContain("| `to` | text, at most 10 characters | yes |  |");
  expect(markdown).toContain('| `why` | `"a"`, `"b"` | no |  |');
  expect(markdown).toContain("| `Idempotency-Key` | header |");
});

test("a named object stands once, and whatever carries it links there", () => {
  expect(markdown).toContain("#### Answer 200 OK\n\n[Spot](#spot).");
  expect(markdown.match(/^### Spot$/gm)).toHaveLength(1);
});

test("members of inner objects stand under their whole path, and no text breaks the table", () => {
  expect(markdown).toContain("| `latitude` | number or null | yes |  |");
  expect(markdown).toContain("| `near[].name` | text | yes | Short \\| plain. |");
});

test("answers show their example, or that they have no body", () => {
  expect(markdown).toContain(
    '#### Answer 200 OK\n\n[Spot](#spot).\n\nOnce:\n\n```json\n{\n  "latitude": null,',
  );
  expect(markdown).toContain("#### Answer 204 No Content\n\nNo body.");
});

test("each error status links to the pages of its codes", () => {
  expect(markdown).toContain("| 404 | [`not-found`](errors/not-found.md) |");
  expect(markdown).not.toContain("reference-taken");
  expect(markdown).toContain("| 503 | [`unavailable`](errors/unavailable.md) |");
});

test("each operation says whose token it takes, and where such a token is from", () => {
  expect(markdown).toContain("takes a [server token](integrate/tokens.md).");
  const below = { root: "../", tokensPage: "operate/control-room.md" };
  const text = referenceMarkdown(
    openApiDocument([{ ...moveThing, access: "operator" }], "", new Map()),
    below,
  );
  expect(text).toContain("takes an [operator token](../operate/control-room.md).");
  expect(text).toContain("| 404 | [`not-found`](../errors/not-found.md) |");
  expect(
    referenceMarkdown(openApiDocument([{ ...moveThing, access: "open" }], "", new Map()), place),
  ).toContain("takes no token.");
});

test("the events of a stream stand with their data; bytes have no members", () => {
  const tick = z.object({ at: z.string().describe("When.") });
  const { body: _body, ...plain } = moveThing;
  const stream = { ...plain, endless: true, events: { tick, spot }, answers: { 200: null } } as const;
  const text = referenceMarkdown(openApiDocument([stream], "", new Map()), place);
  expect(text).toContain("Event `tick`:\n\n| Member | Type | Required | Meaning |");
  expect(text).toContain("Event `spot`:\n\n[Spot](#spot).");
  const photo = { ...moveThing, body: z.instanceof(Uint8Array), upload: ["image/png"] } as const;
  expect(referenceMarkdown(openApiDocument([photo], "", new Map()), place)).toContain(
    "#### Body\n\n`image/png`\n\n#### Answer",
  );
});
