import { type Client, TocsinError } from "@tocsin/client";

/** Where a person is, as a browser tells it. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly accuracy: number;
}

/** What the page shows. */
export interface Shown {
  readonly calloutId: number;
  readonly status: string;
  /** The page that follows the callout, for a friend to open. */
  readonly url: string;
}

export interface Button {
  press(position: Position): Promise<Shown>;
  /** The person moved; what the page shows afterwards. */
  move(position: Position): Promise<Shown>;
  /** @param safeCode whatever the person typed: it is never judged here */
  cancel(safeCode: string): Promise<Shown>;
}

/**
 * A panic button for one person. Pressing it again during a callout gives the same callout.
 * @param client with the person's own token
 */
export function createButton(client: Client, customerId: number, responseTypeId: number): Button {
  let calloutId: number | undefined;
  const active = (): number => {
    if (calloutId === undefined) throw new Error("The button was not pressed");
    return calloutId;
  };
  return {
    async press(location) {
      const { body } = await client.createCustomerCallout({ customerId, body: { responseTypeId, location } });
      calloutId = body.id;
      return shown(body);
    },
    async move(position) {
      // 285, the callout is over, is a success with the same body
      const { body } = await client.updateCalloutLocationAndReturn({ calloutId: active(), body: position });
      return shown(body);
    },
    async cancel(safeCode) {
      const { body } = await client.cancelCallout({ calloutId: active(), body: { safeCode } });
      return shown(body);
    },
  };
}

function shown({ id, status, url }: { id: number; status: string; url: string }): Shown {
  return { calloutId: id, status, url };
}

/** What a person in distress can do with a failure. */
export function wordsFor(error: unknown): string {
  if (error instanceof TocsinError && error.status === 403)
    return "There is no active subscription. Call for help by telephone.";
  return "Help could not be called from here. Call by telephone.";
}
