import { useSystem } from "@tocsin/testkit";
import { refusesStrangers } from "../testing/strangers.ts";

refusesStrangers(useSystem(), "responder", { method: "POST", path: "/responder/v1/assignments/1/complete" });
