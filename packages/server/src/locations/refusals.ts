import { AppError, notFound } from "../errors.ts";

export function noSuchLocation(id: number): AppError {
  return notFound(`Fixed location ${id}`);
}

export function referenceTaken(externalReferenceId: string): AppError {
  const reference = JSON.stringify(externalReferenceId);
  const message = `Another fixed location has the externalReferenceId ${reference}. Choose another, or change or delete that location.`;
  return new AppError("reference-taken", message);
}

export function locationInUse(id: number): AppError {
  const message = `A callout is active at fixed location ${id}. Delete the location when the callout is cancelled or closed.`;
  return new AppError("location-in-use", message);
}
