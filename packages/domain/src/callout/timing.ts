/** How long each step may take before somebody is told. Seconds; the defaults of control-and-responder-v1, "Timing". */
export interface Timing {
  /** Nobody fit or taken for this long after the raise: the control room is alarmed. */
  readonly alarmAfterSeconds: number;
  /** The alarm repeats at this interval until somebody goes. */
  readonly alarmRepeatSeconds: number;
}

export const defaultTiming: Timing = { alarmAfterSeconds: 60, alarmRepeatSeconds: 30 };
