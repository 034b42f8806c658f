import type { AwaitsRetold, AwaitState } from '@gongxiang/contracts/notification/awaits';
import { describe, expect, it } from '@jest/globals';
import { driftOf, type KnownThing } from './drift.model.js';

const inFlightMs = 300_000;
const told = (slot = ''): AwaitState => ({
  kind: 'loanRequested',
  slot,
  why: 'lends',
  personIds: [],
  offices: null,
  about: {},
  title: null,
  values: {},
  timeZone: 'Asia/Shanghai',
  dueAt: null,
});
const there = (version: number, ...awaits: AwaitState[]): AwaitsRetold['things'][number] => ({
  subject: 'loan',
  id: '1',
  version,
  awaits,
});
const retold = (things: AwaitsRetold['things'], inFlight: AwaitsRetold['inFlight'] = []): AwaitsRetold => ({
  at: '2026-11-20T01:00:00.000Z',
  after: null,
  upTo: null,
  things,
  inFlight,
});
/** Heard an hour before it was told anew, or so. */
const here = (version: number, keys: readonly string[], heard = '2026-11-20T00:00:00Z'): KnownThing => ({
  subject: 'loan',
  id: '1',
  version,
  keys,
  toldAt: new Date(heard),
});
const one = 'loanRequested/';

describe('drift of what waits', () => {
  it.each<[string, AwaitsRetold, KnownThing[], changed: number, closed: number]>([
    ['nothing where both have the same', retold([there(3, told())]), [here(3, [one])], 0, 0],
    ['what is not kept here at all', retold([there(3, told())]), [], 1, 0],
    ['of which the rows are gone', retold([there(3, told())]), [here(3, [])], 1, 0],
    ['of which one of two is gone', retold([there(3, told(), told('b'))]), [here(3, [one])], 1, 0],
    ['an event that was lost', retold([there(4, told())]), [here(3, [one])], 1, 0],
    ['an owner that was restored to an earlier state', retold([there(2, told())]), [here(9, [one])], 1, 0],
    ['what the owner does not have', retold([]), [here(3, [one])], 0, 1],
    ['nothing that waits for nobody, at neither', retold([]), [here(3, [])], 0, 0],
    [
      'nothing in flight that is open here',
      retold([], [{ subject: 'loan', id: '1' }]),
      [here(3, [one])],
      0,
      0,
    ],
    ['what was heard since', retold([there(3, told())]), [here(4, [], '2026-11-20T01:00:01Z')], 0, 0],
    ['what was opened since', retold([]), [here(4, [one], '2026-11-20T01:00:01Z')], 0, 0],
    // 01:00:00 less 5 minutes is 00:55:00.
    ['what was heard shortly before', retold([]), [here(4, [one], '2026-11-20T00:55:00Z')], 0, 0],
    ['what was heard just before that', retold([]), [here(4, [one], '2026-11-20T00:54:59Z')], 0, 1],
  ])('%s', (_what, step, known, changed, closed) => {
    const drift = driftOf(step, known, inFlightMs);
    expect([drift.changed.length, drift.closed.length]).toEqual([changed, closed]);
  });
});
