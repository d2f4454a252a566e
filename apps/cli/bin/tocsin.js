#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// a start reads hundreds of files: compiled once, not each time. Where the folder can't be written it is as before
const compiled = fileURLToPath(new URL("../../../node_modules/.cache/tocsin-compiled", import.meta.url));
enableCompileCache(compiled);
// the thread that draws reports goes by this one
process.env.NODE_COMPILE_CACHE ??= compiled;
await import("../src/main.ts");
