import { describe, expect, it } from '@jest/globals';
import { jsonOnce, withJson } from './json-once.js';

describe('the JSON of what nobody changes any more', () => {
  it('is what JSON.stringify says, also of what is no object', () => {
    for (const value of [null, 1, 'a"b', true, [1, { a: null }], { a: { b: [] } }])
      expect(jsonOnce(value)).toBe(JSON.stringify(value));
    expect(jsonOnce(undefined)).toBe('');
  });

  it('is made once', () => {
    let asked = 0;
    const value = { toJSON: () => (asked += 1) };
    expect([jsonOnce(value), jsonOnce(value), asked]).toEqual(['1', '1', 1]);
  });

  it('is the one that was put together, where there is one', () => {
    const value = withJson({ items: [{ id: 1 }] }, '{"items":[{"id":1}]}');
    expect(jsonOnce(value)).toBe(JSON.stringify(value));
  });
});
