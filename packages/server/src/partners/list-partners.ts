import type { Capabilities } from "../capabilities.ts";
import { type ListedPartner, readPartnerList } from "./partner-store.ts";

/** Every tenant, oldest first. */
export async function listPartners({ db }: Pick<Capabilities, "db">): Promise<ListedPartner[]> {
  return readPartnerList(db);
}
