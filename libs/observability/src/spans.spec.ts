import { afterEach, describe, expect, it } from '@jest/globals';
import {
  enterTrace,
  failureOf,
  inNewTrace,
  inSpan,
  isRecorded,
  openSpan,
  sendSpansTo,
  type SpanSink,
} from './spans.js';
import { currentTraceparent, runWithoutTrace, runWithTrace } from './trace.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const sampled = `00-${traceId}-00f067aa0ba902b7-01`;
const unsampled = `00-${traceId}-00f067aa0ba902b7-00`;
const what = { name: 'work', kind: 'internal' } as const;

interface Seen {
  readonly parent: string | null;
  readonly name: string;
  ended: string | null | undefined;
}

/** Records all spans. */
function recording(): { sink: SpanSink; seen: Seen[] } {
  const seen: Seen[] = [];
  return {
    seen,
    sink: {
      open(parent, { name }) {
        const one: Seen = { parent, name, ended: undefined };
        const spanId = String(seen.push(one)).padStart(16, '0');
        const traceparent = `00-${parent?.split('-')[1] ?? 'b'.repeat(32)}-${spanId}-01`;
        return { traceparent, end: (failure = null) => void (one.ended = failure) };
      },
    },
  };
}

afterEach(() => sendSpansTo(null));

describe('spans, while nothing is exported', () => {
  it('are not made, and the work runs under the trace that it had', async () => {
    const { seen } = recording();
    expect(openSpan(sampled, what)).toBeNull();
    expect(isRecorded(sampled)).toBe(false);
    expect(enterTrace(sampled, what).span).toBeNull();
    const inside = await runWithTrace(sampled, () =>
      inSpan(what, async (traceparent) => [traceparent, currentTraceparent()]),
    );
    expect(inside).toEqual([null, sampled]);
    expect(await inNewTrace(what, async (traceparent) => traceparent)).toBeNull();
    expect(seen).toEqual([]);
  });
});

describe('spans, while they are exported', () => {
  it('stand below the one that they were begun in', async () => {
    const { sink, seen } = recording();
    sendSpansTo(sink);
    await runWithTrace(sampled, () =>
      inSpan({ ...what, name: 'outer' }, () => inSpan({ ...what, name: 'inner' }, async () => undefined)),
    );
    const outer = `00-${traceId}-0000000000000001-01`;
    expect(seen).toEqual([
      { parent: sampled, name: 'outer', ended: null },
      { parent: outer, name: 'inner', ended: null },
    ]);
  });

  it('end with the class of what went wrong, and without its text', async () => {
    const { sink, seen } = recording();
    sendSpansTo(sink);
    const failing = inSpan(what, () => Promise.reject(new RangeError('420106199001010079')), sampled);
    await expect(failing).rejects.toThrow(RangeError);
    expect(seen[0]?.ended).toBe('RangeError');
    expect(failureOf(Object.assign(new Error('secret'), { code: '23505' }))).toBe('23505');
    expect(failureOf('secret')).toBe('unknown');
  });

  it.each([
    ['whose caller does not sample', unsampled],
    ['of no trace at all', null],
    ['of something that is no trace', 'garbage'],
  ])('are not made for work %s', async (_whose, parent) => {
    const { sink, seen } = recording();
    sendSpansTo(sink);
    expect(await inSpan(what, async (traceparent) => traceparent, parent)).toBeNull();
    await runWithoutTrace(() => inSpan(what, async () => undefined));
    expect(seen).toEqual([]);
  });

  it('begin a trace of their own where the caller names none that is well formed, and follow one that is', () => {
    const { sink, seen } = recording();
    sendSpansTo(sink);
    for (const header of [undefined, '', 'garbage', `${sampled}-more`, sampled, unsampled])
      enterTrace(header, what);
    expect(seen.map(({ parent }) => parent)).toEqual([null, null, null, null, sampled]);
    expect(enterTrace(unsampled, what).traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
  });

  it('are not made where the sink does not take a trace, which then goes on unrecorded', () => {
    sendSpansTo({ open: () => null });
    const entered = enterTrace(undefined, what);
    expect(entered.span).toBeNull();
    expect(entered.traceparent).toMatch(/-00$/);
  });
});
