import { describe, expect, it } from '@jest/globals';
import { HandoverQueue, type QueueStorage, type Waiting } from './handover-queue.js';

function storageOf(entries: Record<string, string> = {}): QueueStorage {
  const map = new Map(Object.entries(entries));
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

function waiting(operationId: string, at: string, more: Partial<Waiting> = {}): Waiting {
  const item = { operationId, at: `2026-12-01T${at}:00.000Z`, direction: 'back' } as const;
  return { loanId: 'l', title: 'Hall', item, refusal: null, ...more };
}

describe('the handovers that wait', () => {
  it('E56: are sent in the order in which they took place, whichever was written first', () => {
    const queue = new HandoverQueue(storageOf(), 'p');
    queue.put(waiting('b', '11:00'));
    queue.put(waiting('a', '10:00'));
    expect(queue.all().map(({ item }) => item.operationId)).toEqual(['a', 'b']);
    expect(queue.next()?.item.operationId).toBe('a');
  });

  it('go on where one was not taken, which stays until it is deleted', () => {
    const queue = new HandoverQueue(storageOf(), 'p');
    queue.put(waiting('a', '10:00', { refusal: 'taken' }));
    queue.put(waiting('b', '11:00'));
    expect(queue.next()?.item.operationId).toBe('b');
    queue.drop('b');
    expect(queue.next()).toBeNull();
    expect(queue.all()).toHaveLength(1);
    queue.drop('a');
    expect(queue.all()).toEqual([]);
  });

  it('are those of one person, and what cannot be read is none', () => {
    const storage = storageOf({ 'gongxiang.handover.p.x': '{', 'gongxiang.handover.p.y': '1', other: '{}' });
    const queue = new HandoverQueue(storage, 'p');
    new HandoverQueue(storage, 'q').put(waiting('z', '10:00'));
    expect(queue.all()).toEqual([]);
  });
});
