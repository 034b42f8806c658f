import { describe, expect, it } from '@jest/globals';
import { civilInstant, civilText } from '../resource/civil-time.model.js';
import { candidatesOf, checkWanted, inLine, isPast, offerExpiry } from './loan-wait.model.js';

const at = (text: string): Date => civilInstant(text.slice(0, 10), text.slice(11));
const period = (from: string, to: string) => ({ start: at(from), end: at(to) });
const now = at('2026-11-20 09:00');

const wanted = {
  windowFrom: at('2026-12-05 09:00'),
  windowTo: at('2026-12-05 13:00'),
  durationMinutes: 120,
  latestDecisionAt: at('2026-12-04 18:00'),
};
const allDay = [period('2026-12-05 00:00', '2026-12-06 00:00')];
const startsOf = (...args: Parameters<typeof candidatesOf>): string[] =>
  candidatesOf(...args).map(({ start }) => civilText(start).slice(11));

describe('the times of a window that seem free', () => {
  it.each([
    ['nothing is taken', allDay, [], ['09:00', '09:30', '10:00', '10:30', '11:00']],
    ['an odd end', allDay, [period('2026-12-05 08:00', '2026-12-05 10:10')], ['10:10', '10:30', '11:00']],
    ['the middle is taken', allDay, [period('2026-12-05 10:00', '2026-12-05 12:00')], []],
    ['E57: it touches what is taken', allDay, [period('2026-12-05 11:00', '2026-12-05 13:00')], ['09:00']],
    ['it opens later', [period('2026-12-05 10:45', '2026-12-05 20:00')], [], ['10:45', '11:00']],
    ['it is closed', [], [], []],
  ])('%s', (_name, open, busy, expected) => {
    expect(startsOf(wanted, { open, busy }, now)).toEqual(expected);
  });

  it('do not begin in the past', () => {
    expect(startsOf(wanted, { open: allDay, busy: [] }, at('2026-12-05 10:40'))).toEqual(['10:40', '11:00']);
    expect(startsOf(wanted, { open: allDay, busy: [] }, at('2026-12-05 11:01'))).toEqual([]);
  });
});

it('the line goes by the time of asking, small and micro unions first where the resource says so', () => {
  const waits = [
    { id: 'b', sizeClass: 'large' as const },
    { id: 'a', sizeClass: null },
    { id: 'd', sizeClass: 'micro' as const },
    { id: 'c', sizeClass: 'small' as const },
  ];
  expect(inLine(waits, false).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(inLine(waits, true).map(({ id }) => id)).toEqual(['c', 'd', 'a', 'b']);
});

it.each([
  ['a day', '2026-11-20 09:00', '2026-11-21 09:00'],
  ['no longer than it is of use', '2026-12-04 10:00', '2026-12-04 18:00'],
])('an offer stands for %s', (_name, moment, expected) => {
  const offered = period('2026-12-05 09:00', '2026-12-05 11:00');
  expect(civilText(offerExpiry(wanted, offered, at(moment)))).toBe(expected);
});

it('an offer ends when its time begins', () => {
  const late = { ...wanted, latestDecisionAt: at('2026-12-05 12:00') };
  const offered = period('2026-12-05 09:00', '2026-12-05 11:00');
  expect(civilText(offerExpiry(late, offered, at('2026-12-05 08:00')))).toBe('2026-12-05 09:00');
});

describe('what is wanted', () => {
  it.each([
    ['a window without length', { windowTo: wanted.windowFrom }, 'PERIOD_EMPTY'],
    ['a window that is too short', { durationMinutes: 241 }, 'WAIT_WINDOW_TOO_SHORT'], // 4 h
    ['a window of more than 62 days', { windowTo: at('2027-02-05 09:01') }, 'WAIT_WINDOW_TOO_LONG'],
    ['a window beyond all planning', { windowTo: new Date('9999-12-31T23:59:59Z') }, 'LOAN_TOO_FAR'],
    ['a decision in the past', { latestDecisionAt: now }, 'WAIT_DECISION_PAST'],
    ['a decision after the window', { latestDecisionAt: wanted.windowTo }, 'WAIT_DECISION_PAST'],
    ['an instant that is none', { latestDecisionAt: new Date(NaN) }, 'WAIT_DECISION_PAST'],
  ])('%s is refused', (_name, changes, code) => {
    expect(() => checkWanted({ ...wanted, ...changes }, now)).toThrow(code);
  });

  it('is past when nothing can come of it any more', () => {
    expect(isPast(wanted, now)).toBe(false);
    expect(isPast(wanted, wanted.latestDecisionAt)).toBe(true);
  });
});
