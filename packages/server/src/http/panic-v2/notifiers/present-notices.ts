import type { Settings } from "../../../context.ts";
import { findCustomerEver } from "../../../customers/index.ts";
import { readSubscription } from "../../../subscriptions/index.ts";
import type { NoticePresenter } from "../../../webhooks/index.ts";
import { presentNested } from "../callouts/present-callout.ts";
import { presentCustomer } from "../customers/present-customer.ts";
import { presentSubscription } from "../subscriptions/present-subscription.ts";

/** What webhooks are about, shown as the reads show it. The public address is known only once the node listens. */
export function createNoticePresenter(settings: Pick<Settings, "publicUrl">): NoticePresenter {
  return {
    callout: (view) => presentNested(view, settings.publicUrl),
    async customer(db, key) {
      const customer = await findCustomerEver(db, key);
      return customer && presentCustomer(customer);
    },
    subscription: async (db, key, at) => presentSubscription(await readSubscription(db, key), at),
  };
}
