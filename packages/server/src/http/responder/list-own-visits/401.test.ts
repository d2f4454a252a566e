import { useSystem } from "@tocsin/testkit";
import { refusesStrangers } from "../testing/strangers.ts";

refusesStrangers(useSystem(), "responder", { method: "GET", path: "/responder/v1/visits" });
