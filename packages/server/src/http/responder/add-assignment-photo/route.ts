import { assignmentParams, photoAnswer, photoBody } from "@tocsin/wire";
import { addPhoto, imageTypes } from "../../../photos/index.ts";
import { presentInstant } from "../../panic-v2/callouts/present-instant.ts";
import { operation } from "../../route.ts";

export const addAssignmentPhoto = operation({
  method: "POST",
  path: "/responder/v1/assignments/:assignmentId/photos",
  operationId: "add-assignment-photo",
  summary: "Add a photo to an assignment",
  description:
    "The bytes of a PNG, JPEG or WebP image of at most 10 MiB, as the body. Its SHA-256 stands in the callout's timeline. Also after " +
    "the work is done; 50 at most.",
  tag: "Responder",
  access: "responder",
  params: assignmentParams,
  body: photoBody,
  upload: imageTypes,
  bodyLimit: 10 * 1024 * 1024,
  answers: { 201: photoAnswer },
  errors: ["not-found", "too-many-photos"],
  async handle({ context, caller, params, body }) {
    const { assignmentId } = params;
    const { createdAt, ...photo } = await addPhoto(context, caller.responder, assignmentId, body);
    return { status: 201, body: { ...photo, assignmentId, createdAt: presentInstant(createdAt) } };
  },
});
