import type { Operation } from "../../route.ts";
import { cancelCalloutOperation } from "./cancel-callout/route.ts";
import { createCallout } from "./create-callout/route.ts";
import { createCalloutEvent } from "./create-callout-event/route.ts";
import { createExceptionReason } from "./create-exception-reason/route.ts";
import { dismissCallout } from "./dismiss-callout/route.ts";
import { getCallout } from "./get-callout/route.ts";
import { getCalloutMaps } from "./get-callout-maps/route.ts";
import { getResolutionReport } from "./get-resolution-report/route.ts";
import { listActive } from "./list-active-callouts/route.ts";
import { listCalloutEvents } from "./list-callout-events/route.ts";
import { listExceptionReasons } from "./list-exception-reasons/route.ts";
import { updateCalloutLocation } from "./update-callout-location/route.ts";
import { updateCalloutLocationAndReturn } from "./update-callout-location-and-return/route.ts";

/** What partners do with a callout once it is raised. */
export const calloutOperations: readonly Operation[] = [
  createCallout,
  listActive,
  getCallout,
  updateCalloutLocation,
  updateCalloutLocationAndReturn,
  listCalloutEvents,
  createCalloutEvent,
  listExceptionReasons,
  createExceptionReason,
  cancelCalloutOperation,
  dismissCallout,
  getResolutionReport,
  getCalloutMaps,
];
