import { describe, expect, it } from '@jest/globals';
import {
  continueTrace,
  currentTraceparent,
  isSampled,
  runWithoutTrace,
  runWithTrace,
  traceIdOf,
} from './trace.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const header = `00-${traceId}-00f067aa0ba902b7-00`;
const wellFormed = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

describe('a trace', () => {
  it('goes on with the caller’s id and flags, under a parent id of our own', () => {
    const next = continueTrace(header);
    expect(next).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
    expect(next).not.toBe(header);
  });

  it.each([
    ['no header', undefined],
    ['nothing', ''],
    ['capital letters', header.toUpperCase()],
    ['another version', header.replace('00-', 'ff-')],
    ['too few digits', header.replace('4b', '')],
    ['something behind it', `${header}-x`],
    ['a comment’s end', `00-*/ DROP TABLE thing; --`],
  ])('starts anew with %s', (_what, text) => {
    const next = continueTrace(text);
    expect(next).toMatch(wellFormed);
    expect(next).not.toContain(traceId);
  });

  it.each([
    [header.replace(/-00$/, '-01'), true],
    [header.replace(/-00$/, '-03'), true],
    [header, false],
    [header.replace(/-00$/, '-02'), false],
    ['garbage-01', false],
    [null, false],
    [continueTrace(undefined), false],
  ])('is recorded where the lowest bit of its flags says so: %s', (traceparent, expected) => {
    expect(isSampled(traceparent)).toBe(expected);
  });

  it('is not the same twice', () => {
    expect(new Set(Array.from({ length: 100 }, () => traceIdOf(continueTrace(undefined)))).size).toBe(100);
  });

  it('follows the work through what is awaited, and two works do not mix', async () => {
    const seen = await Promise.all(
      [continueTrace(undefined), continueTrace(undefined)].map((traceparent) =>
        runWithTrace(traceparent, async () => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return currentTraceparent() === traceparent;
        }),
      ),
    );
    expect(seen).toEqual([true, true]);
    expect(currentTraceparent()).toBeNull();
  });

  it('that is not well formed never becomes the current one', () => {
    expect(runWithTrace('*/ nonsense', currentTraceparent)).toMatch(wellFormed);
  });

  it('can be left', () => {
    expect(runWithTrace(header, () => runWithoutTrace(currentTraceparent))).toBeNull();
  });

  it('has an id that a person can quote', () => {
    expect([traceIdOf(header), traceIdOf(null), traceIdOf('nonsense')]).toEqual([traceId, null, null]);
  });
});
