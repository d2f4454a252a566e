import { AppError } from "../../errors.ts";

/**
 * Whether a session that a stream was opened with still opens it. That it cannot be told just now, for want of the
 * database, is no reason to cut off a control room.
 */
export async function isStillSignedIn(verify: () => Promise<unknown>): Promise<boolean> {
  try {
    await verify();
    return true;
  } catch (error) {
    return !(error instanceof AppError) || error.status >= 500;
  }
}
