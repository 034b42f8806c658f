import type { JsMsg } from '@nats-io/jetstream';
import type { Envelope } from './envelope.js';
import { traceparentOf } from './trace-headers.js';

/** Groups messages into batches of at most `max`: the next message and all that have arrived by then. */
export async function* batchesOf(messages: AsyncIterable<JsMsg>, max: number): AsyncGenerator<JsMsg[]> {
  const iterator = messages[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<JsMsg>> => {
    const result = iterator.next();
    result.catch(() => undefined); // whoever awaits it handles the rejection, which may be later
    return result;
  };
  let next = ask();
  for (;;) {
    const first = await next;
    if (first.done === true) return;
    const list = [first.value];
    next = ask();
    while (list.length < max) {
      const soon = await Promise.race([next.catch(() => undefined), nextTurn()]);
      if (soon === undefined || soon.done === true) break;
      list.push(soon.value);
      next = ask();
    }
    yield list;
  }
}

/**
 * Splits messages into runs, in order of arrival: adjacent messages that may share a transaction form one run, every
 * other message is a run of its own.
 */
export function runsOf<T>(messages: readonly T[], mayShare: (message: T) => boolean): T[][] {
  const runs: T[][] = [];
  let isOpen = false;
  for (const message of messages) {
    const shares = mayShare(message);
    if (isOpen && shares) runs.at(-1)?.push(message);
    else runs.push([message]);
    isOpen = shares;
  }
  return runs;
}

/** @returns null if the payload is not a JSON object */
export function readEnvelope(message: JsMsg): Envelope | null {
  try {
    const envelope = message.json<unknown>();
    return typeof envelope === 'object' ? (envelope as Envelope | null) : null;
  } catch {
    return null; // the caller stores it as a dead letter, with a reason
  }
}

export function traceOf(message: JsMsg, envelope: Envelope | null): string {
  return traceparentOf(message) ?? envelope?.traceparent ?? '';
}

/** Resolves once all data that the sockets have received has been processed. */
function nextTurn(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(() => resolve(undefined)));
}
