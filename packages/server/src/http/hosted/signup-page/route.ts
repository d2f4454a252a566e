import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AppContext } from "../../../context.ts";
import { AppError, type ErrorCode } from "../../../errors.ts";
import {
  cancelSignup,
  completeSignup,
  openSignup,
  type PageAddress,
  readPageSegment,
  returnUrlOf,
  type Signup,
} from "../../../hosted-sessions/index.ts";
import type { Partner } from "../../../partners/index.ts";
import { isFromOwnPage } from "../../access/same-origin.ts";
import { formBody } from "../../plugins/form-body.ts";
import { foreignForm, formTargetOf, sendOn, sendPage, unknownPage } from "../hosted-page.ts";
import { formPage, outcomePage } from "./page.ts";
import { type FormProblems, type FormValues, readForm } from "./read-form.ts";

type Request = FastifyRequest<{ Params: { address: string } }>;

interface Opened {
  readonly address: PageAddress;
  readonly signup: Signup;
  readonly partner: Partner;
}

/** The page behind the `url` of a sign-up session: whoever has the address may sign up with it, once. */
export function signupPageRoute(app: FastifyInstance, context: AppContext): void {
  void app.register(async (scope) => {
    formBody(scope);
    scope.get("/signup/:address", async (request: Request, reply) => {
      const opened = await open(context, request);
      return opened ? show(reply, opened) : sendPage(reply, unknownPage, { error: "not-found" });
    });
    scope.post("/signup/:address", async (request: Request, reply) => {
      if (!isFromOwnPage(request, context.settings.publicUrl))
        return sendPage(reply, foreignForm, { error: "forbidden" });
      const opened = await open(context, request);
      if (!opened) return sendPage(reply, unknownPage, { error: "not-found" });
      return answer(context, reply, opened, (request.body ?? {}) as FormValues);
    });
  });
}

async function open(context: AppContext, { params }: Request): Promise<Opened | undefined> {
  const address = readPageSegment(params.address);
  const signup = address && (await openSignup(context, address));
  const partner = signup && (await context.partners.find(signup.customerSourceId));
  return address && signup && partner && { address, signup, partner };
}

function show(reply: FastifyReply, opened: Opened): FastifyReply {
  const { signup } = opened;
  if (signup.status !== "pending_verification")
    return sendPage(reply, outcomePage(signup, returnUrlOf(signup)));
  return sendForm(reply, opened, { values: { email: signup.email ?? "" }, problems: {} });
}

async function answer(
  context: AppContext,
  reply: FastifyReply,
  opened: Opened,
  values: FormValues,
): Promise<FastifyReply> {
  const { address, signup, partner } = opened;
  // over already, perhaps by a second press of the button: back as the first time
  if (signup.status !== "pending_verification") return sendOn(reply, returnUrlOf(signup));
  if (values.action === "cancel") return sendOn(reply, returnUrlOf(await cancelSignup(context, address)));
  const { form, problems } = readForm(values, signup, partner.policies.defaultRegion);
  if (!form) return sendForm(reply, opened, { values, problems }, "invalid-request");
  try {
    const finished = await completeSignup(context, partner, address, form);
    return await sendOn(reply, returnUrlOf(finished));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "mobile-taken") throw error;
    return sendForm(reply, opened, { values, problems: { mobile: mobileTaken } }, error.code);
  }
}

/** The refusal's own words name the other customer: they are for the partner. */
const mobileTaken =
  "Somebody is signed up with this mobile number already. Check it; if it is yours, you need not sign up again: cancel, and go on where you came from.";

function sendForm(
  reply: FastifyReply,
  { signup, partner }: Opened,
  written: { readonly values: FormValues; readonly problems: FormProblems },
  error?: ErrorCode,
): FastifyReply {
  const page = formPage({ partnerName: partner.name, signup, ...written });
  return sendPage(reply, page, { ...(error ? { error } : {}), formTarget: formTargetOf(signup.returnUrl) });
}
