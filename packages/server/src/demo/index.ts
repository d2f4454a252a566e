export { type Demo, demoClient, emptyDemoClient, seedDemo } from "./seed-demo.ts";
