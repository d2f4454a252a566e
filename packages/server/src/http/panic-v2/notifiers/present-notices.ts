import type { Settings } from "../../../context.ts";
import type { NoticePresenter } from "../../../webhooks/index.ts";
import { presentNested } from "../callouts/present-callout.ts";

/** What webhooks are about, shown as the reads show it. The public address is known only once the node listens. */
export function createNoticePresenter(settings: Pick<Settings, "publicUrl">): NoticePresenter {
  return { callout: (view) => presentNested(view, settings.publicUrl) };
}
