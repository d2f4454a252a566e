/** What the API calls a callout's phase: legacy free text (panic-v2 §2). */
export const statusText = {
  awaiting: "created",
  offering: "created",
  assigned: "Responder Dispatched",
  onScene: "Responder Arrived",
  completed: "Responder Completed",
  cancelled: "Responder Cancelled",
  closed: "closed",
} as const;

export type StatusText = (typeof statusText)[keyof typeof statusText];
