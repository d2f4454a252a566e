import { useSystem } from "@tocsin/testkit";
import { refusesStrangers } from "../testing/strangers.ts";

refusesStrangers(useSystem(), "responder", { method: "PUT", path: "/responder/v1/shift" });
