import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

/** The text must never change: its hashes are stored for years. */
function asEver(value: unknown): string {
  return JSON.stringify(JSON.parse(JSON.stringify(value)), (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

describe('canonical JSON', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [{ d: null, c: undefined }] }, '{"a":[{"d":null}],"b":1}'],
    [{ 10: 'ten', 9: 'nine', a: 0, '01': 1 }, '{"9":"nine","10":"ten","01":1,"a":0}'],
    [{ at: new Date('2026-11-20T00:00:00Z') }, '{"at":"2026-11-20T00:00:00.000Z"}'],
    [[undefined, Number.NaN], '[null,null]'],
  ])('of %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the text that it has ever been', () => {
    const field = fc.oneof(
      fc.jsonValue(),
      fc.date({ noInvalidDate: true }),
      fc.constant(undefined),
      fc.dictionary(fc.oneof(fc.string(), fc.nat().map(String)), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), field), (value) => {
        expect(canonicalJson(value)).toBe(asEver(value));
      }),
    );
  });
});
