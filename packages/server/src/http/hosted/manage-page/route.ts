import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AppContext } from "../../../context.ts";
import { findCustomer } from "../../../customers/index.ts";
import { AppError, type ErrorCode } from "../../../errors.ts";
import {
  addDependant,
  cancelOwn,
  type ManagementSession,
  openManagement,
  readPageSegment,
  removeDependant,
  runningSubscriptions,
} from "../../../hosted-sessions/index.ts";
import type { Partner } from "../../../partners/index.ts";
import { statusOf, subscriptionTypes } from "../../../subscriptions/index.ts";
import { isFromOwnPage } from "../../access/same-origin.ts";
import { formBody } from "../../plugins/form-body.ts";
import { foreignForm, sendOn, sendPage, unknownPage } from "../hosted-page.ts";
import { managePage, type Note, type SubscriptionView } from "./page.ts";

type Request = FastifyRequest<{ Params: { address: string }; Querystring: { done?: string } }>;
type Form = Readonly<Record<string, string | undefined>>;

interface Opened {
  readonly session: ManagementSession;
  readonly partner: Partner;
}

/** The page behind the `url` of a management session: whoever has the address looks after that person's subscription. */
export function managePageRoute(app: FastifyInstance, context: AppContext): void {
  void app.register(async (scope) => {
    formBody(scope);
    scope.get("/subscription/:address", async (request: Request, reply) => {
      const opened = await open(context, request);
      if (!opened) return sendPage(reply, unknownPage, { error: "not-found" });
      return show(context, reply, opened, doneNotes[request.query.done ?? ""] ?? null);
    });
    scope.post("/subscription/:address", async (request: Request, reply) => {
      if (!isFromOwnPage(request, context.settings.publicUrl))
        return sendPage(reply, foreignForm, { error: "forbidden" });
      const opened = await open(context, request);
      if (!opened) return sendPage(reply, unknownPage, { error: "not-found" });
      return act(context, reply, opened, request);
    });
  });
}

async function open(context: AppContext, { params }: Request): Promise<Opened | undefined> {
  const address = readPageSegment(params.address);
  const session = address && (await openManagement(context, address));
  if (!session) return undefined;
  const { customerSourceId, customerId } = session;
  const partner = await context.partners.find(customerSourceId);
  const customer = await findCustomer(context.db, { customerSourceId, id: customerId });
  return partner && customer && { session, partner };
}

async function show(
  context: AppContext,
  reply: FastifyReply,
  { session, partner }: Opened,
  note: Note | null,
  error?: ErrorCode,
): Promise<FastifyReply> {
  const now = context.clock.now();
  const running = await runningSubscriptions(context, session);
  const subscriptions = running.map((subscription): SubscriptionView => {
    const type = subscriptionTypes.find(({ id }) => id === subscription.subscriptionTypeId);
    const hasBegun = statusOf(subscription, now) === "active";
    return {
      subscription,
      typeName: type?.description ?? "",
      mostDependants: type?.maxDependants ?? 0,
      hasBegun,
    };
  });
  const { customerId, returnUrl, locale } = session;
  const view = { partnerName: partner.name, customerId, subscriptions, returnUrl, locale, note };
  const page = managePage({ ...view, timeZone: partner.policies.timeZone });
  return sendPage(reply, page, error ? { error } : {});
}

/** After a change the browser is sent to the page anew, so that looking at it again changes nothing again. */
async function act(
  context: AppContext,
  reply: FastifyReply,
  opened: Opened,
  request: Request,
): Promise<FastifyReply> {
  const form = (request.body ?? {}) as Form;
  try {
    // to where the form came from, under whatever address a proxy shows it
    return await sendOn(reply, `?done=${await change(context, opened, form)}`);
  } catch (error) {
    const text = error instanceof AppError ? refusals[error.code] : undefined;
    if (!(error instanceof AppError) || text === undefined) throw error;
    return show(context, reply, opened, { kind: "alert", text }, error.code);
  }
}

async function change(context: AppContext, { session, partner }: Opened, form: Form): Promise<string> {
  const [subscriptionId, customerId] = [Number(form.subscriptionId), Number(form.customerId)];
  switch (form.action) {
    case "cancel":
      await cancelOwn(context, session, subscriptionId);
      return "cancelled";
    case "remove":
      await removeDependant(context, session, { subscriptionId, customerId });
      return "removed";
    case "add":
      await addDependant(context, partner, session, {
        subscriptionId,
        mobile: form.mobile ?? "",
        surname: form.surname ?? "",
      });
      return "added";
    case undefined:
    default:
      throw new AppError("invalid-request", "There is no such action.");
  }
}

const doneNotes: Readonly<Record<string, Note>> = {
  cancelled: { kind: "status", text: "Your subscription is cancelled." },
  removed: { kind: "status", text: "They are no longer covered." },
  added: { kind: "status", text: "They are covered now." },
};

/** What the nouns refuse, in words for people. */
const refusals: Readonly<Record<string, string>> = {
  "not-found":
    "Nothing was changed: nobody with this number and surname is signed up, or the subscription is over.",
  "invalid-request": "Nothing was changed: write the mobile number in full, such as +27 82 555 0100.",
  "subscription-ended": "Nothing was changed: the subscription is over.",
  "subscription-full": "Nothing was changed: the subscription covers as many people as it can.",
};
