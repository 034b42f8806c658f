import type { JsMsg } from '@nats-io/jetstream';
import type { Envelope } from './envelope.js';
import { tracedBy } from './trace-headers.js';

/** What comes, in lists of at most `max`: the next, and whatever has arrived by then. */
export async function* gathered(messages: AsyncIterable<JsMsg>, max: number): AsyncGenerator<JsMsg[]> {
  const iterator = messages[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<JsMsg>> => {
    const asked = iterator.next();
    asked.catch(() => undefined); // it is told to whoever awaits it, which may be after a while
    return asked;
  };
  let next = ask();
  for (;;) {
    const first = await next;
    if (first.done === true) return;
    const list = [first.value];
    next = ask();
    while (list.length < max) {
      const soon = await Promise.race([next.catch(() => undefined), turn()]);
      if (soon === undefined || soon.done === true) break;
      list.push(soon.value);
      next = ask();
    }
    yield list;
  }
}

/** In the order in which they came: those next to each other that may go together in one list, each other one alone. */
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

/** @returns null where it is none */
export function readEnvelope(message: JsMsg): Envelope | null {
  try {
    const envelope = message.json<unknown>();
    return typeof envelope === 'object' ? (envelope as Envelope | null) : null;
  } catch {
    return null; // the caller buries it, with a reason
  }
}

export function traceOf(message: JsMsg, envelope: Envelope | null): string {
  return tracedBy(message) ?? envelope?.traceparent ?? '';
}

/** Until everything that the sockets have brought is there. */
function turn(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(() => resolve(undefined)));
}
