import type { Operation } from "../../route.ts";
import { createManagementSession } from "./create-management-session/route.ts";

/** People who look after their subscription on a page of ours. */
export const managementOperations: readonly Operation[] = [createManagementSession];
