import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';

/** W3C trace context, version 00: `00-<trace id>-<parent id>-<flags>`. */
const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

const current = new AsyncLocalStorage<string | null>();

/**
 * Runs work under a trace, which its logs, statements and messages carry. A malformed one is replaced: it comes from
 * other processes and ends up in a comment of every statement.
 */
export function runWithTrace<T>(traceparent: string, work: () => T): T {
  return current.run(pattern.test(traceparent) ? traceparent : continueTrace(undefined), work);
}

/** Runs work outside any trace: it must not be attributable to its caller. */
export function runWithoutTrace<T>(work: () => T): T {
  return current.run(null, work);
}

/** The current trace, or null outside any. */
export function currentTraceparent(): string | null {
  return current.getStore() ?? null;
}

/**
 * Continues the caller's trace if its header is well formed; otherwise starts a new one. That is not sampled: whether
 * a new trace is recorded is decided when its first span starts.
 */
export function continueTrace(header: string | undefined): string {
  const match = header === undefined ? null : pattern.exec(header);
  const traceId = match?.[1] ?? randomHex(16);
  return `00-${traceId}-${randomHex(8)}-${match?.[3] ?? '00'}`;
}

/** Random bytes are generated in bulk: drawing a few at a time costs more than everything else done for a trace. */
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

/** Whether the trace is recorded: the lowest bit of the flags. */
export function isSampled(traceparent: string | null): traceparent is string {
  const flags = traceparent === null ? undefined : pattern.exec(traceparent)?.[3];
  return flags !== undefined && (Number.parseInt(flags, 16) & 1) === 1;
}

/** The 32 hexadecimal digits that people quote when they report a problem. */
export function traceIdOf(traceparent: string | null): string | null {
  return traceparent === null ? null : (pattern.exec(traceparent)?.[1] ?? null);
}
