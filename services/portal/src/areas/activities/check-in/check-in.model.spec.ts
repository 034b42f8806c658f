import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  admittedBy,
  agrees,
  codeIn,
  countHere,
  countsAtAll,
  differenceOf,
  type Entry,
  outcomeOf,
  personsOf,
  refusalOf,
  type Said,
  shownOf,
  type Which,
} from './check-in.model.js';
import { newUuid } from '../../../api/new-uuid.js';
import { newRosterKey, keyedHash } from '../../../session/vault/keyed-hash.js';
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

const entry = (registrationId: string | null, state: Entry['state'], more: Partial<Entry> = {}): Entry => ({
  registrationId,
  state,
  personHash: `hash ${registrationId}`,
  codeHash: null,
  maskedName: '张*',
  poolName: '公共名额',
  heads: 1,
  personKnown: true,
  isPresent: false,
  cameHeads: 0,
  awayHeads: 0,
  admissions: 0,
  ...more,
});

it('tells who has come: by the list, or by this device before the list knows; and who has no seat', () => {
  const persons = personsOf(
    [
      entry('1', 'confirmed', { isPresent: true, cameHeads: 3, awayHeads: 1 }),
      entry('2', 'held'),
      entry('3', 'confirmed'),
      entry('4', 'waitlisted'),
      entry('5', 'cancelled'),
      entry(null, null, { isPresent: true, cameHeads: 1 }),
    ],
    new Map([
      ['hash 2', { isPresent: true, came: 1, away: 1 }],
      ['hash 5', { isPresent: true, came: 2, away: 0 }],
    ]),
  );
  const shown = (which?: Which): (string | null)[] =>
    shownOf(persons, which).map(({ registrationId }) => registrationId);
  expect(shown()).toEqual(['1', '2', '3']);
  expect(shown('here')).toEqual(['1', '2']);
  expect(shown('missing')).toEqual(['3']);
  expect(shown('withoutSeat')).toEqual(['4']);
  expect(shown('walkIns')).toEqual(['5', null]);
  expect(shown('left')).toEqual(['1', '2']);
  expect(countHere(persons)).toEqual({ came: 7, left: 2, inside: 5 }); // 3 + 1 + 2 + 1, of whom 1 + 1 left
});

const letIn: Said = { result: 'checkedIn', code: null };
const inside: Said = { result: 'already', code: 'ALREADY_CHECKED_IN' };
const back: Said = { result: 'cameBack', code: null };
const left: Said = { result: 'checkedOut', code: null };
const neverCame: Said = { result: 'refused', code: 'NOT_CHECKED_IN' };
const cancelled: Said = { result: 'refused', code: 'REGISTRATION_CANCELLED' };
const unknown: Said = { result: 'refused', code: 'REGISTRATION_UNKNOWN' };

describe('what the door did goes with a scan that it judged itself', () => {
  it.each([
    ['let in', letIn, true],
    ['E31: sent away', cancelled, false],
    ['inside already', inside, null],
    ['let in by the officer, as there was no list', null, true],
    ['let in again', back, true],
  ])('%s', (_what, said, admitted) => {
    expect(admittedBy(said)).toBe(admitted);
  });

  it('says of nobody who leaves that they were let in or kept', () => {
    for (const said of [left, neverCame, null]) expect(admittedBy(said, 'out')).toBeNull();
  });
});

describe('where the platform says otherwise, it is looked at anew', () => {
  it.each<[string, Said | null | undefined, Said, string | null]>([
    ['the platform alone was asked', undefined, cancelled, null],
    ['both let in', letIn, letIn, null],
    ['both refuse, for the same reason', cancelled, cancelled, null],
    ['E29: another door was first', letIn, inside, 'elsewhere'],
    ['E31: cancelled meanwhile', letIn, cancelled, 'letInAgainst'],
    ['no list, and refused', null, unknown, 'letInAgainst'],
    ['no list, and good', null, letIn, null],
    ['no list, and left', null, left, null],
    ['E29: back by another door before', back, inside, 'elsewhere'],
    ['E31: left, and nobody has seen them come', left, neverCame, 'other'],
    ['sent away, and good by now', unknown, { result: 'refused', code: 'TURNED_AWAY' }, 'sentAway'],
    ['let in against the rule, and good by now', unknown, letIn, 'nowGood'],
    ['refused for another reason', unknown, cancelled, 'other'],
  ])('%s', (_what, said, answer, difference) => {
    const scan = said === undefined ? {} : { said };
    const answered = { ...answer, operationId: 'x' };
    expect(agrees(scan, answered) ? null : differenceOf(scan, answered)).toBe(difference);
  });
});

describe('what the officer is told', () => {
  const item = { operationId: 'x', at: '2026-11-20T10:00:00Z' };
  const leaving = { ...item, direction: 'out' as const };
  it.each<[string, Parameters<typeof outcomeOf>[0], string]>([
    ['as long as the platform is asked', { item, label: '', answer: null }, 'asking'],
    ['by the device', { item, label: '', said: letIn, answer: null }, 'letIn'],
    ['without a list', { item, label: '', said: null, answer: null }, 'yours'],
    ['refused', { item, label: '', said: cancelled, answer: null }, 'refused'],
    [
      'after the officer let in',
      { item: { ...item, admitted: true }, label: '', said: cancelled, answer: null },
      'against',
    ],
    [
      'by the platform in the end',
      { item, label: '', said: letIn, answer: { ...inside, operationId: 'x' } },
      'already',
    ],
    ['who is back again', { item, label: '', said: back, answer: null }, 'back'],
    ['Scan out who', { item: leaving, label: '', said: left, answer: null }, 'left'],
    ['who leaves without a list', { item: leaving, label: '', said: null, answer: null }, 'left'],
    [
      'E31: who leaves without having come',
      { item: leaving, label: '', said: neverCame, answer: null },
      'leftAgainst',
    ],
    [
      'who has left',
      { item: leaving, label: '', said: { result: 'already', code: 'ALREADY_LEFT' }, answer: null },
      'leftAlready',
    ],
  ])('%s', (_what, shown, outcome) => {
    expect(outcomeOf(shown)).toBe(outcome);
  });

  it.each<[string, Parameters<typeof countsAtAll>[0], boolean]>([
    ['acknowledged', { item, label: '', answer: { ...letIn, operationId: 'x' } }, true],
    ['undone since', { item, label: '', answer: { ...letIn, operationId: 'x' }, isUndone: true }, false],
    ['not acknowledged yet', { item, label: '', said: letIn, answer: null }, false],
    ['refused', { item, label: '', answer: { ...cancelled, operationId: 'x' } }, false],
    [
      'let in against the rule',
      { item: { ...item, admitted: true }, label: '', answer: { ...cancelled, operationId: 'x' } },
      true,
    ],
    ['left against the rule', { item: leaving, label: '', answer: { ...neverCame, operationId: 'x' } }, true],
  ])('what can be undone: %s', (_what, shown, counts) => {
    expect(countsAtAll(shown)).toBe(counts);
  });
});

it('E32: hashes are those of the platform', async () => {
  const key = newRosterKey();
  const mac = createHmac('sha256', Buffer.from(key, 'base64url')).update('3XG6P3966S').digest('base64url');
  expect(await keyedHash(key, '3XG6P3966S')).toBe(mac);
});

it('makes operation ids that are UUIDs, each its own', () => {
  const ids = Array.from({ length: 100 }, () => newUuid());
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
