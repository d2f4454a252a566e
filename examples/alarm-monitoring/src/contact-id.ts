/** An event in Contact ID (SIA DC-05). */
export interface ContactIdEvent {
  /** True for a new event or an opening, false for a restore or a closing. */
  readonly isNew: boolean;
  /** Three digits; the first names the group. */
  readonly code: string;
  readonly partition: string;
  readonly zone: string;
}

/** Reads `#1234|1130 01 015`; null when it is nothing of the kind. */
export function readContactId(data: string): ContactIdEvent | null {
  const match = /^#[0-9A-F]+\|([136])(\d{3}) ([0-9A-F]{2}) ([0-9A-F]{3})$/.exec(data);
  if (!match) return null;
  const [, qualifier, code = "", partition = "", zone = ""] = match;
  return { isNew: qualifier === "1", code, partition, zone };
}

/** Which help an event asks for; null when nobody has to go: tests, openings, faults, restores. */
export function helpFor({ isNew, code }: ContactIdEvent): "MEDICAL" | "FIRE" | "SECURITY" | null {
  if (!isNew || !code.startsWith("1")) return null;
  if (code.startsWith("10")) return "MEDICAL";
  return code.startsWith("11") ? "FIRE" : "SECURITY";
}
