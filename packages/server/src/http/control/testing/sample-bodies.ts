/** Operation → a body that is right, for operations that need one. */
export const sampleBodies: Readonly<Record<string, object>> = {
  "dispatch-responder": { responderId: 7001 },
  "stand-down-responders": { reason: "The neighbour has the key." },
  "comment-on-callout": { message: "Called the site." },
  "verify-callout": { classificationId: 1 },
  "clear-duress": { reason: "She mistyped." },
  "cancel-by-hand": { reason: "The keyholder is there." },
  "close-callout": { outcome: "falseAlarm" },
  "assign-visit": { responderId: 7001 },
  "update-responder": { name: "Car7" },
  "update-supplier": { name: "Swift Response" },
  "update-operator": { name: "Dayshift" },
  "update-coverage-area": { name: "North" },
  "update-lead": { status: "PROCESSING" },
  "advance-callout": { to: "closed" },
};
