import type { Operation } from "../../route.ts";
import { createLead } from "./create-lead/route.ts";
import { getLead } from "./get-lead/route.ts";

/** Who may become a customer. */
export const leadOperations: readonly Operation[] = [createLead, getLead];
