export { isEntitled } from "./is-entitled.ts";
