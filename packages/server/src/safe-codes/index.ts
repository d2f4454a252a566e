export { hashDuressCode } from "./duress-code.ts";
export { judgeSafeCode, type SafeCodeVerdict } from "./judge-safe-code.ts";
