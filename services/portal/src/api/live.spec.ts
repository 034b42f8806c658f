import { describe, expect, it } from '@jest/globals';
import { parseEvents } from './live.js';

describe('the stream of hints', () => {
  const hint = 'event: hint\ndata: {"resource":"registration","id":"a","version":3}\n\n';

  it('gives each whole hint and keeps what has not arrived in full', () => {
    const { hints, rest } = parseEvents(`retry: 2000\n\n${hint}: still here\n\nevent: hi`);
    expect(hints).toEqual([{ resource: 'registration', id: 'a' }]);
    expect(rest).toBe('event: hi');
  });

  it('finds the same hints wherever the text is cut in two', () => {
    for (let cut = 0; cut <= hint.length; cut += 1) {
      const first = parseEvents(hint.slice(0, cut));
      const second = parseEvents(first.rest + hint.slice(cut));
      expect([...first.hints, ...second.hints]).toHaveLength(1);
    }
  });

  it('passes over what it cannot read', () => {
    expect(parseEvents('event: hint\ndata: {broken\n\nevent: other\ndata: {}\n\n').hints).toEqual([]);
  });
});
