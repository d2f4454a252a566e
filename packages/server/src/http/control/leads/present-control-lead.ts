import type { WireControlLead } from "@tocsin/wire";
import type { ControlLead } from "../../../leads/index.ts";
import { presentLeadMembers } from "../../panic-v2/leads/present-lead.ts";

export function presentControlLead(lead: ControlLead): WireControlLead {
  const { number, customerSource } = lead;
  return { ...presentLeadMembers(lead), number, customerSource };
}
