import { type CalloutMoment, type CalloutView, findCalloutViewsAsOf } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { isUnavailable, type Queryable } from "../db/index.ts";
import type { Notice } from "./outbox-store.ts";

interface SubjectKey {
  readonly customerSourceId: number;
  readonly id: number;
}

/** How a body shows what it is about: exactly as the API's reads do. Made where the wire is known. */
export interface NoticePresenter {
  callout(view: CalloutView): unknown;
  /** As they are now, deleted or not; undefined: there is none. */
  customer(db: Queryable, key: SubjectKey): Promise<unknown>;
  /** As it is now, with the status of that instant. */
  subscription(db: Queryable, key: SubjectKey, at: Temporal.Instant): Promise<unknown>;
}

export interface MadeBody {
  readonly notice: Notice;
  readonly body: string;
}

export interface MadeBodies {
  readonly made: readonly MadeBody[];
  /** Notices that no body could be made of, and what their subjects tell after them. */
  readonly failed: readonly Notice[];
}

/** What a subject is called among those of all tenants. */
function lineKey({
  customerSourceId,
  subject,
  subjectId,
}: Pick<Notice, "customerSourceId" | "subject" | "subjectId">): string {
  return `${customerSourceId} ${subject} ${subjectId}`;
}

/**
 * Makes the bodies of notices (panic-v2 §8): `{message, callout | customer | subscription}`, true of the moment that the notice
 * is about. One that cannot be made costs its own subject alone.
 * @param db reads what is committed; a failure must not spoil a transaction of the caller's
 */
export async function makeBodies(
  { db, log }: Pick<Capabilities, "db" | "log">,
  presenter: NoticePresenter,
  notices: readonly Notice[],
): Promise<MadeBodies> {
  const failed = new Set<string>();
  const fail = (notice: Notice, error: unknown): void => {
    if (isUnavailable(error)) throw error;
    failed.add(lineKey(notice));
    const { customerSourceId, subject, subjectId, event } = notice;
    log.error(
      { err: error, customerSourceId, subject, subjectId, event },
      "a webhook's body could not be made",
    );
  };
  const views = await viewsOf(db, notices, fail);
  const made: MadeBody[] = [];
  for (const notice of notices) {
    if (failed.has(lineKey(notice))) continue;
    try {
      const shown = await show(db, presenter, notice, views.get(notice));
      if (shown === undefined) throw new Error(`There is no ${notice.subject} ${notice.subjectId}`);
      made.push({ notice, body: JSON.stringify({ message: notice.event, [notice.subject]: shown }) });
    } catch (error) {
      fail(notice, error);
    }
  }
  const kept = made.filter(({ notice }) => !failed.has(lineKey(notice)));
  return { made: kept, failed: notices.filter((notice) => failed.has(lineKey(notice))) };
}

async function show(
  db: Queryable,
  presenter: NoticePresenter,
  { customerSourceId, subject, subjectId: id, at }: Notice,
  view: CalloutView | undefined,
): Promise<unknown> {
  if (subject === "customer") return presenter.customer(db, { customerSourceId, id });
  if (subject === "subscription") return presenter.subscription(db, { customerSourceId, id }, at);
  return view && presenter.callout(view);
}

/** All in one statement; one by one when that fails, so that the one to blame is found. */
async function viewsOf(
  db: Queryable,
  notices: readonly Notice[],
  fail: (notice: Notice, error: unknown) => void,
): Promise<ReadonlyMap<Notice, CalloutView>> {
  const ofCallouts = notices.filter(({ subject }) => subject === "callout");
  const read = async (some: readonly Notice[]): Promise<[Notice, CalloutView][]> => {
    const views = await findCalloutViewsAsOf(db, some.map(momentOf));
    return some.flatMap((notice, index): [Notice, CalloutView][] => {
      const view = views[index];
      return view ? [[notice, view]] : [];
    });
  };
  try {
    return new Map(await read(ofCallouts));
  } catch (error) {
    if (isUnavailable(error)) throw error;
    const found: [Notice, CalloutView][] = [];
    for (const notice of ofCallouts) {
      await read([notice]).then(
        (some) => found.push(...some),
        (failure: unknown) => fail(notice, failure),
      );
    }
    return new Map(found);
  }
}

function momentOf({ customerSourceId, subjectId, sequence, phase, at }: Notice): CalloutMoment {
  return { customerSourceId, calloutId: subjectId, sequence: sequence ?? 0, phase, at };
}
