import { useSystem } from "@tocsin/testkit";
import { refusesStrangers } from "../testing/strangers.ts";

refusesStrangers(useSystem(), "responder", { method: "POST", path: "/responder/v1/visits/1/arrive" });
