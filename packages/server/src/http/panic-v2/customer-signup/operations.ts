import type { Operation } from "../../route.ts";
import { createSignupSession } from "./create-signup-session/route.ts";
import { getSignupSession } from "./get-signup-session/route.ts";

/** People who sign up on a page of ours. */
export const signupOperations: readonly Operation[] = [createSignupSession, getSignupSession];
