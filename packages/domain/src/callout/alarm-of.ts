import type { AlarmKind } from "./decision.ts";
import type { CalloutState } from "./state.ts";
import type { TimelineEntry, TimelineKind } from "./timeline.ts";

const alarmOfKind: Readonly<Partial<Record<TimelineKind, AlarmKind>>> = {
  unattendedAlarm: "unattended",
  duress: "duress",
  aborted: "responderAborted",
  responderSilentAlarm: "responderSilent",
  responderStalledAlarm: "responderStalled",
  onSceneAlarm: "onSceneTooLong",
};

/** The alarm that went with an entry of a timeline, for whoever reads it later; null when none did. */
export function alarmOf(
  { kind, body }: Pick<TimelineEntry, "kind" | "body">,
  { responseTypeId }: Pick<CalloutState, "responseTypeId">,
): AlarmKind | null {
  if (kind === "raisedAgain") return body.responseTypeId === responseTypeId ? null : "typeDiffers";
  return alarmOfKind[kind] ?? null;
}
