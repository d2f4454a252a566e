import type { FastifyInstance } from "fastify";
import { AppError } from "../../errors.ts";

/** Takes the body as it comes, of these media types alone, in the scope it is given and in no other. */
export function uploadBody(scope: FastifyInstance, mediaTypes: readonly string[]): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    [...mediaTypes],
    { parseAs: "buffer" },
    async (_request: unknown, body: Buffer) => body,
  );
  scope.addContentTypeParser("*", async () => {
    throw new AppError("unsupported-media-type", `Send the bytes themselves, as ${mediaTypes.join(" or ")}.`);
  });
}
