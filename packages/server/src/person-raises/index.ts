export { raiseForPerson } from "./raise-for-person.ts";
