import { STATUS_CODES } from "node:http";

/** The API's own, which no RFC knows. */
const ownStatuses: Readonly<Record<string, string>> = { 285: "After Close" };

export function statusName(status: string): string {
  return STATUS_CODES[status] ?? ownStatuses[status] ?? `Status ${status}`;
}
