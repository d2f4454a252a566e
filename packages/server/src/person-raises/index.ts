export { type PersonRaiseCapabilities, raiseForPerson } from "./raise-for-person.ts";
