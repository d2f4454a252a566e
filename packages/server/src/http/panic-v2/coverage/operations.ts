import type { Operation } from "../../route.ts";
import { getCoverage } from "./get-coverage/route.ts";

/** Where help comes from. */
export const coverageOperations: readonly Operation[] = [getCoverage];
