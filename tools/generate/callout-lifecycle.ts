import {
  type CalloutEvent,
  type CalloutPhase,
  type CalloutState,
  type DeadlineKind,
  type Decision,
  defaultTiming,
  type RaiseRequest,
  transition,
} from "../../packages/domain/src/index.ts";
import type { GeneratedFile } from "./generated-file.ts";

const now = Temporal.Instant.from("2026-01-01T00:00:00Z");

const request: RaiseRequest = {
  responseTypeId: 1,
  classificationId: 1,
  internalTest: false,
  installerIdentifier: null,
  externalReferenceId: "SITE-1",
};

// Records and not lists, so that a phase, an event or a deadline that is new does not compile until it stands here.
const phases: Record<CalloutPhase, true> = {
  awaiting: true,
  offering: true,
  assigned: true,
  onScene: true,
  completed: true,
  cancelled: true,
  closed: true,
};
const deadlines: Record<DeadlineKind, CalloutEvent> = {
  unattended: { type: "deadlineDue", kind: "unattended" },
};
const events: Record<CalloutEvent["type"], readonly CalloutEvent[]> = {
  raised: [{ type: "raised", request }],
  raisedAgain: [{ type: "raisedAgain", request }],
  superseded: [{ type: "superseded" }],
  deadlineDue: Object.values(deadlines),
};

/** What the transition function decides, for every state and every event. */
export const calloutLifecycle: GeneratedFile = { path: "docs/callout-lifecycle.md", write: lifecyclePage };

interface Step {
  readonly from: CalloutPhase | "none";
  readonly event: string;
  readonly decision: Decision;
}

function lifecyclePage(): string {
  const steps = allSteps();
  const taken = steps.filter(({ decision }) => decision.ok);
  return `# Life of a callout

What can happen to a callout, and what follows: written by calling the transition function with every event in every state.
What is not listed is refused.

\`\`\`mermaid
stateDiagram-v2
${[...new Set(taken.map(arrow))].map((line) => `  ${line}`).join("\n")}
\`\`\`

\`none\` is a callout that does not exist yet. *Due* is a deadline that ran out; *armed* and *disarmed* say which deadlines run
afterwards.

| In | Event | Then | Timeline | Webhooks | Deadlines |
| --- | --- | --- | --- | --- | --- |
${taken.map(tableRow).join("\n")}
`;
}

function allSteps(): Step[] {
  const froms: readonly Step["from"][] = ["none", ...(Object.keys(phases) as CalloutPhase[])];
  return froms.flatMap((from) =>
    Object.values(events)
      .flat()
      .map((event) => ({
        from,
        event: nameOf(event),
        decision: transition(stateIn(from), event, now, defaultTiming),
      })),
  );
}

function stateIn(phase: Step["from"]): CalloutState | null {
  return phase === "none" ? null : { phase, classificationId: 1, duress: false, repeats: 0, raisedAt: now };
}

function nameOf(event: CalloutEvent): string {
  return event.type === "deadlineDue" ? `${event.kind} due` : event.type;
}

function arrow({ from, event, decision }: Step): string {
  const to = decision.ok ? decision.state.phase : from;
  return `${from === "none" ? "[*]" : from} --> ${to}: ${event}`;
}

function tableRow({ from, event, decision }: Step): string {
  if (!decision.ok) throw new Error(`${event} in ${from} was refused`);
  const { state, entries, notices, deadlines } = decision;
  const cells = [
    from,
    event,
    state.phase,
    entries.map(({ kind }) => `\`${kind}\``).join(", "),
    notices.map((notice) => `\`${notice}\``).join(", "),
    deadlines
      .map(({ kind, dueAt }) =>
        dueAt ? `${kind} armed, ${dueAt.since(now).total("seconds")} s` : `${kind} disarmed`,
      )
      .join(", "),
  ];
  return `| ${cells.map((cell) => cell || "–").join(" | ")} |`;
}
