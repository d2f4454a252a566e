export { hashDuressCode } from "./duress-code.ts";
export { judgeSafeCode } from "./judge-safe-code.ts";
