import { createHash } from "node:crypto";
import { type ResponderActCapabilities, remarkOnAssignment } from "../dispatch/index.ts";
import { AppError } from "../errors.ts";
import type { Responder } from "../responders/index.ts";
import { type ImageType, imageTypes, recognizeImage } from "./image-type.ts";
import { countPhotos, insertPhoto } from "./photo-store.ts";

/** Of one assignment; who sends more sends the same again. */
const mostPhotos = 50;

export interface AddedPhoto {
  readonly id: number;
  readonly mediaType: ImageType;
  readonly bytes: number;
  /** Hexadecimal; stands in the timeline too, whose own hashes prove it. */
  readonly sha256: string;
  readonly createdAt: Temporal.Instant;
}

/**
 * Keeps what a responder saw at an assignment of its own, also after the work is done.
 * @throws AppError `not-found`; `unsupported-media-type` when it is no image we know; `too-many-photos`
 */
export async function addPhoto(
  capabilities: ResponderActCapabilities,
  responder: Responder,
  assignmentId: number,
  bytes: Uint8Array,
): Promise<AddedPhoto> {
  const mediaType = recognizeImage(bytes);
  if (!mediaType) throw noImage();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const createdAt = capabilities.clock.now();
  let id = 0;
  await remarkOnAssignment(capabilities, responder, assignmentId, async (callout, tx) => {
    const place = { customerSourceId: callout.customerSourceId, calloutId: callout.id, assignmentId };
    if ((await countPhotos(tx, place)) >= mostPhotos) throw tooMany();
    id = await insertPhoto(tx, place, { mediaType, bytes }, createdAt);
    return `Photo ${id} (${mediaType}, SHA-256 ${sha256}).`;
  });
  return { id, mediaType, bytes: bytes.length, sha256, createdAt };
}

function noImage(): AppError {
  return new AppError(
    "unsupported-media-type",
    `Send an image: the bytes of one of ${imageTypes.join(", ")}.`,
  );
}

function tooMany(): AppError {
  return new AppError(
    "too-many-photos",
    `This assignment has ${mostPhotos} photos already, which is the most.`,
  );
}
