export {
  addDependant,
  cancelOwn,
  removeDependant,
  runningSubscriptions,
} from "./change-own-subscription.ts";
export { clearManagements, clearSignups } from "./clear-pages.ts";
export { createSignup } from "./create-signup.ts";
export { cancelSignup, completeSignup, type SignupForm } from "./finish-signup.ts";
export { getSignup, openSignup, signedUpCustomer } from "./get-signup.ts";
export { createManagement, openManagement } from "./manage-subscription.ts";
export { endManagementOf } from "./management-store.ts";
export { type PageAddress, pageSegment, readPageSegment } from "./page-address.ts";
export { returnUrlOf } from "./return-url.ts";
export type { ManagementSession, Signup } from "./types.ts";
