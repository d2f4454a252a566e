export { arriveAtVisit, assignVisit, completeVisit, takeVisit } from "./act-on-visit.ts";
export { cancelSchedule, cancelSchedulesOf } from "./cancel-schedule.ts";
export { createSchedule } from "./create-schedule.ts";
export { listSchedules, nextStart, readSchedule } from "./read-schedules.ts";
export { readOwnVisits, readVisit } from "./read-visits.ts";
export { judgeSchedule, settleSchedule } from "./settle-schedule.ts";
export type {
  ScheduledService,
  VisitEntry,
  VisitEventKind,
  VisitRow,
  WantedService,
} from "./types.ts";
export { createVisitClockwork, type VisitClockwork } from "./visit-clockwork.ts";
export { readVisitHealth, type VisitHealth } from "./visit-health.ts";
export {
  findVisitRows,
  queryVisitRows,
} from "./visit-view.ts";
