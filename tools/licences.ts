/**
 * Holds the licence of every package in the lockfile, those of other platforms too, against the list of those
 * this project may stand on.
 */
import { readFileSync } from "node:fs";
import { findOffenders, type Lockfile } from "./licences/find-offenders.ts";

const lockfile = JSON.parse(readFileSync(`${import.meta.dirname}/../package-lock.json`, "utf8")) as Lockfile;
const offenders = findOffenders(lockfile);
for (const { name, version, reason } of offenders) console.log(`${name} ${version} ${reason}`);
process.exitCode = offenders.length === 0 ? 0 : 1;
