import { useSystem } from "@tocsin/testkit";
import { refusesStrangers } from "../testing/strangers.ts";

refusesStrangers(useSystem(), "fleet", { method: "POST", path: "/responder/v1/fleet/positions" });
