#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// a start reads hundreds of files: compiled once, not each time. Where the folder can't be written it is as before
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/tocsin-compiled", import.meta.url)));
await import("../src/main.ts");
