import { type Moment, phaseForCustomer } from "@tocsin/domain";
import type { BeforeDuress } from "./before-duress.ts";
import type { CalloutView, SentResponder } from "./view.ts";

/**
 * What the customer's own side is shown, and the tracking page. Under duress that is a callout which was cancelled at that
 * instant, in every detail: whoever forced the person may be reading along (panic-v2 §5).
 * @param before what the control room and the person's own later moves have changed since; undefined without duress
 */
export function asShownToCustomer(
  view: CalloutView,
  before: BeforeDuress | undefined,
  moment: Moment,
): CalloutView {
  const { duressAt, sent } = view;
  if (duressAt === null) return view;
  return {
    ...view,
    phase: phaseForCustomer(view.phase, duressAt, moment),
    cancelledAt: duressAt,
    classificationId: before?.classificationId ?? view.classificationId,
    ...before?.place,
    sent: sent
      .filter(({ assignedAt }) => isUntil(assignedAt, duressAt))
      .map((each) => standDownAt(each, duressAt)),
  };
}

function standDownAt(sent: SentResponder, instant: Temporal.Instant): SentResponder {
  if (sent.endedAt && isUntil(sent.endedAt, instant)) return sent;
  const arrivedAt = sent.arrivedAt && isUntil(sent.arrivedAt, instant) ? sent.arrivedAt : null;
  return { ...sent, arrivedAt, state: "stoodDown", endedAt: instant };
}

function isUntil(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) <= 0;
}
