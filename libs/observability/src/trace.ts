import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';

/** W3C trace context, version 00: `00-<trace id>-<parent id>-<flags>`. */
const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

const current = new AsyncLocalStorage<string | null>();

/**
 * Runs work so that everything it logs, asks of the database and tells others carries this trace. One that is not well
 * formed is replaced: it comes from other processes and ends up in a comment of every statement.
 */
export function runWithTrace<T>(traceparent: string, work: () => T): T {
  return current.run(pattern.test(traceparent) ? traceparent : continueTrace(undefined), work);
}

/** Runs work outside any trace: what it does must not be connected with who asked for it. */
export function runWithoutTrace<T>(work: () => T): T {
  return current.run(null, work);
}

/** The trace that this code runs under, or null outside any. */
export function currentTraceparent(): string | null {
  return current.getStore() ?? null;
}

/**
 * Goes on with the caller's trace where its header is well formed, else starts a new one. That is not sampled: whether
 * a new trace is recorded is decided where its first span begins.
 */
export function continueTrace(header: string | undefined): string {
  const match = header === undefined ? null : pattern.exec(header);
  const traceId = match?.[1] ?? randomHex(16);
  return `00-${traceId}-${randomHex(8)}-${match?.[3] ?? '00'}`;
}

/** Drawn in stock: to ask for a few bytes at a time costs more than all else that is done to a trace. */
const stock = Buffer.alloc(4_096);
let used = stock.length;

function randomHex(bytes: number): string {
  if (used + bytes > stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  used += bytes;
  return stock.toString('hex', used - bytes, used);
}

/** Whether whoever began this trace records it: the lowest bit of the flags. */
export function isSampled(traceparent: string | null): traceparent is string {
  const flags = traceparent === null ? undefined : pattern.exec(traceparent)?.[3];
  return flags !== undefined && (Number.parseInt(flags, 16) & 1) === 1;
}

/** The 32 hexadecimal digits that a person quotes when he asks what happened. */
export function traceIdOf(traceparent: string | null): string | null {
  return traceparent === null ? null : (pattern.exec(traceparent)?.[1] ?? null);
}
