/** What the wire's words mean to a reader. A word that is not here yet is shown as it came. */
const outcomes: Readonly<Record<string, string>> = {
  attended: "Attended",
  falseAlarm: "False alarm",
  resolvedRemotely: "Resolved remotely",
  cancelled: "Cancelled",
  test: "Test",
  duplicate: "Duplicate",
};

const classifications: Readonly<Record<string, string>> = {
  REAL: "Real emergency",
  TEST: "Test",
  UNVERIFIED: "Not verified",
};

const responderStates: Readonly<Record<string, string>> = {
  assigned: "On the way",
  onScene: "On scene",
  completed: "Completed",
  aborted: "Aborted",
  stoodDown: "Stood down",
};

export function outcomeText(outcome: string): string {
  return outcomes[outcome] ?? outcome;
}

export function classificationText(classification: string): string {
  return classifications[classification] ?? classification;
}

export function responderStateText(state: string): string {
  return responderStates[state] ?? state;
}

/** `2024-06-10 16:45:00 +02:00`: in one order all over the world, and right in the hour that a clock change repeats. */
export function localTime(instant: Temporal.Instant, timeZone: string): string {
  return `${wallClock(instant, timeZone)} ${instant.toZonedDateTimeISO(timeZone).offset}`;
}

export function utcTime(instant: Temporal.Instant): string {
  return wallClock(instant, "UTC");
}

function wallClock(instant: Temporal.Instant, timeZone: string): string {
  const local = instant.toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: "second" })}`;
}

/** `42 s`, `7 min 12 s`, `1 h 4 min`, `2 d 3 h`: the two largest units, which is what anybody compares. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor(whole / 3_600) % 24, "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return "0 s";
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

/** `33.92490° S, 18.42410° E`: five decimals are a metre. */
export function positionText({
  latitude,
  longitude,
}: {
  readonly latitude: number;
  readonly longitude: number;
}): string {
  const degrees = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(5)}° ${value < 0 ? negative : positive}`;
  return `${degrees(latitude, "N", "S")}, ${degrees(longitude, "E", "W")}`;
}
