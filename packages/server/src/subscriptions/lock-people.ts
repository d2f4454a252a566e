import { type Queryable, sql } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";

const lock = sql(
  "subscription-lock-people",
  `select id, is_house_account as "isHouseAccount", deleted_at is null as "isLive" from customer
  where customer_source_id = $1 and id = any($2::bigint[]) order by id for no key update`,
);

export interface People {
  readonly customerSourceId: number;
  /** Who has to be there, and no house account. */
  readonly required: readonly number[];
  /** Whose subscription it is already: it stays theirs when they are deleted. */
  readonly owner?: number;
}

/**
 * Holds the customers that a change of a subscription is about until the transaction ends, so that changes of one person's
 * subscriptions take turns. People are always locked in one statement, in order of their ids, and before subscriptions:
 * two families that exchange a dependant wait for each other, and never both.
 * @throws AppError `not-found`: one of the required is none of the tenant's; `house-account`
 */
export async function lockPeople(
  tx: Queryable,
  { customerSourceId, required, owner }: People,
): Promise<void> {
  const ids = owner === undefined ? required : [...required, owner];
  const rows = await tx.query<{ id: number; isHouseAccount: boolean; isLive: boolean }>(
    lock(customerSourceId, ids),
  );
  const people = new Map(rows.map((row) => [row.id, row]));
  // whether all are there is asked before what they may do (panic-v2 §1.5)
  const absent = required.find((id) => !people.get(id)?.isLive);
  if (absent !== undefined) throw notFound(`Customer ${absent}`);
  const house = required.find((id) => people.get(id)?.isHouseAccount);
  if (house !== undefined) throw houseAccount(house);
}

function houseAccount(id: number): AppError {
  const message = `Customer ${id} is your house account, which stands for you and takes no part in subscriptions.`;
  return new AppError("house-account", message);
}
