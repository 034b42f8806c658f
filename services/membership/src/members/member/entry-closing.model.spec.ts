import { describe, expect, it } from '@jest/globals';
import { closedUntil } from './entry-closing.model.js';

const now = new Date('2026-03-01T08:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);

describe('a claim', () => {
  it('is closed by the tenth wrong try, until a day after the first', () => {
    const beganAt = ago(3_600);
    expect(closedUntil(null, now)).toBeNull();
    expect(closedUntil({ failures: 9, beganAt }, now)).toBeNull();
    // 07:00 and a day
    expect(closedUntil({ failures: 10, beganAt }, now)).toEqual(new Date('2026-03-02T07:00:00Z'));
    expect(closedUntil({ failures: 10, beganAt: ago(86_400) }, now)).toBeNull();
  });
});
