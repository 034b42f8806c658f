import { describe, expect, it } from '@jest/globals';
import { outcomesBy } from './outcomes.js';

describe('what became of the messages of a text', () => {
  it('is told by channel, with the reasons of those that failed, and of no channel that was not used', () => {
    const outcomes = outcomesBy([
      { channel: 'mail', state: 'sent', reason: null, count: 7 },
      { channel: 'mail', state: 'failed', reason: '550', count: 3 },
      { channel: 'mail', state: 'failed', reason: '552', count: 1 },
      { channel: 'mail', state: 'dropped', reason: 'read', count: 2 },
    ]);
    expect(outcomes).toEqual({
      // 3 + 1 have failed.
      channels: [{ channel: 'mail', waiting: 0, sent: 7, failed: 4, dropped: 2 }],
      failures: [
        { channel: 'mail', reason: '550', count: 3 },
        { channel: 'mail', reason: '552', count: 1 },
      ],
    });
  });
});
