import {
  type CalloutPhase,
  calloutPhases,
  listPhaseEdges,
  type PhaseEdge,
} from "../../packages/domain/src/index.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** What can take a callout from phase to phase, found by asking the transition function itself. */
export const calloutLifecycle: GeneratedFile = { path: "docs/callout-lifecycle.md", write: lifecyclePage };

function lifecyclePage(): string {
  const edges = listPhaseEdges();
  return `# Life of a callout

What can happen to a callout, and where it leads: found by asking the transition function, from every situation that two
responders, a controller, an integrator and the clock can bring about. What is not listed is refused.

\`\`\`mermaid
stateDiagram-v2
${arrows(edges).join("\n")}
\`\`\`

Events that leave a callout in its phase are not drawn; the table has them. A phase follows from the offers and assignments
of a callout: with several responders the furthest one counts.

| In | Event | Then |
| --- | --- | --- |
${[null, ...calloutPhases].flatMap((from) => rows(from, edges)).join("\n")}
`;
}

/** One arrow between two phases, with all events that can take it. */
function arrows(edges: readonly PhaseEdge[]): string[] {
  const moves = edges.filter(({ from, to }) => from !== to);
  const byPair = Map.groupBy(moves, ({ from, to }) => `${from ?? "[*]"} --> ${to}`);
  return [...byPair]
    .map(([pair, same]) => `  ${pair}: ${same.map(({ event }) => event).join(", ")}`)
    .toSorted();
}

function rows(from: CalloutPhase | null, edges: readonly PhaseEdge[]): string[] {
  const byEvent = Map.groupBy(
    edges.filter((edge) => edge.from === from),
    ({ event }) => event,
  );
  return [...byEvent]
    .map(([event, same]) => `| ${from ?? "none"} | ${event} | ${same.map(({ to }) => to).join(" or ")} |`)
    .toSorted();
}
