import fc from "fast-check";
import { testSeed } from "./seeded.ts";

/** Loaded before every test file: properties are tried with the same values in every run. */
fc.configureGlobal({ seed: testSeed() });
