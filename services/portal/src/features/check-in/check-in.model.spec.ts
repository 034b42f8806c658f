import { describe, expect, it } from '@jest/globals';
import { codeIn, type Line, newOperationId, personsOf, refusalOf } from './check-in.model.js';
import { CheckInQueue, type ScanStorage } from './check-in-queue.js';

describe('a check-in code', () => {
  it.each([
    ['3XG6P3966S', '3XG6P3966S'],
    [' 3xg6p-3966s ', '3XG6P3966S'],
    ['https://example.org/check-in?code=3XG6P3966S', '3XG6P3966S'],
    ['https://example.org/c/3XG6P3966S', '3XG6P3966S'],
    ['3XG6P3966', null], // one short
    ['3XG6P3966O', null], // O is no letter of codes
    ['hello', null],
    ['', null],
  ])('in %j is %p', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});

it('tells who has come: by the list, or by this device before the list knows', () => {
  const line = (id: string, state: string) =>
    ({ id, state, personId: `p${id}`, maskedName: id }) as unknown as Line;
  const persons = personsOf({
    lines: [line('1', 'confirmed'), line('2', 'held'), line('3', 'confirmed'), line('4', 'waitlisted')],
    here: [{ personId: 'p1' }] as never,
    justCheckedIn: new Set(['2']),
  });
  expect(persons.map(({ id, isHere }) => [id, isHere])).toEqual([
    ['1', true],
    ['2', true],
    ['3', false],
  ]);
});

it('makes operation ids that are UUIDs, each its own', () => {
  const ids = Array.from({ length: 100 }, () => newOperationId());
  expect(new Set(ids).size).toBe(100);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('has a sentence of its own for the refusals that it knows', () => {
  expect([refusalOf('REGISTRATION_UNKNOWN'), refusalOf('NEW_CODE'), refusalOf(null)]).toEqual([
    'REGISTRATION_UNKNOWN',
    'other',
    'other',
  ]);
});

describe('the scans that wait', () => {
  const scan = (operationId: string, at: string) => ({ item: { operationId, at }, label: 'x' });

  it('outlive the page, in the order in which they were made, and stay apart from other activities', () => {
    const storage = new MapStorage();
    const queue = new CheckInQueue(storage, 'a');
    queue.add(scan('2', '2026-11-20T10:00:02Z'));
    queue.add(scan('1', '2026-11-20T10:00:01Z'));
    new CheckInQueue(storage, 'b').add(scan('3', '2026-11-20T10:00:03Z'));
    const reloaded = new CheckInQueue(storage, 'a');
    expect(reloaded.waiting().map(({ item }) => item.operationId)).toEqual(['1', '2']);
    reloaded.drop(['1']);
    expect(queue.waiting().map(({ item }) => item.operationId)).toEqual(['2']);
  });

  it('E33: two tabs of one device take nothing from each other', () => {
    const storage = new MapStorage();
    const [left, right] = [new CheckInQueue(storage, 'a'), new CheckInQueue(storage, 'a')];
    left.add(scan('1', '2026-11-20T10:00:01Z'));
    right.add(scan('2', '2026-11-20T10:00:02Z'));
    left.drop(['1']);
    expect(right.waiting().map(({ item }) => item.operationId)).toEqual(['2']);
  });

  it('pass over what was written by another version', () => {
    const storage = new MapStorage();
    storage.setItem('gongxiang.check-in.a.1', '{broken');
    storage.setItem('gongxiang.check-in.a.2', '{"item":{}}');
    expect(new CheckInQueue(storage, 'a').waiting()).toEqual([]);
  });
});

class MapStorage implements ScanStorage {
  private readonly map = new Map<string, string>();

  get length(): number {
    return this.map.size;
  }

  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.map.set(key, value);
  }

  removeItem(key: string): void {
    this.map.delete(key);
  }
}
