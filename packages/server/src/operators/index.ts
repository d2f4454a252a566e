export { asActor, asController } from "./as-actor.ts";
export { createOperator, makePassword } from "./create-operator.ts";
export { createOperatorService, type OperatorService, type SignedIn } from "./operator-service.ts";
export { listOperators } from "./operator-store.ts";
export { resetPassword } from "./reset-password.ts";
export { demoOperator, seedDemoOperator } from "./seed-demo-operator.ts";
export {
  type ActingOperator,
  isAtLeast,
  type NewOperator,
  type Operator,
  type OperatorRole,
} from "./types.ts";
export { updateOperator } from "./update-operator.ts";
