import type { Operation } from "../../route.ts";
import { createScheduledService } from "./create-scheduled-service/route.ts";
import { deleteScheduledService } from "./delete-scheduled-service/route.ts";
import { getScheduledService } from "./get-scheduled-service/route.ts";
import { listScheduledServices } from "./list-scheduled-services/route.ts";

/** Scheduled services (panic-v2 §7). */
export const scheduledOperations: readonly Operation[] = [
  createScheduledService,
  listScheduledServices,
  getScheduledService,
  deleteScheduledService,
];
