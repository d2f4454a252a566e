import type { FeedMessage, FeedPage } from "./feed-source.ts";
import { isAfter } from "./position.ts";

/**
 * Two readings of the same stretch as one, in the one order. The one that got less far says how far they got together; what the
 * other has beyond is read again.
 */
export function mergePages<One extends FeedMessage, Other extends FeedMessage>(
  one: FeedPage<One>,
  other: FeedPage<Other>,
): FeedPage<One | Other> {
  const position = isAfter(one.position, other.position) ? other.position : one.position;
  const messages = [...one.messages, ...other.messages]
    .filter((message) => !isAfter(message.position, position))
    .toSorted((a, b) => (isAfter(a.position, b.position) ? 1 : -1));
  return {
    messages,
    position,
    isFull: one.isFull || other.isFull,
    isHeldUp: one.isHeldUp || other.isHeldUp,
  };
}
