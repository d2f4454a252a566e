export * from "./answers.ts";
export * from "./create.ts";
export { type Weekday, weekdays } from "./schedule-members.ts";
export { writeVisitCursor } from "./visit-cursor.ts";
export * from "./visits.ts";
