import { describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import {
  checkGranting,
  delegationState,
  endOf,
  matterOf,
  mattersOf,
  revokedSide,
} from './delegation.model.js';

const now = new Date('2026-11-20T10:00:00Z');
const before = new Date('2026-11-20T09:59:59Z');
const later = new Date('2026-11-20T10:00:01Z');
const [holder, granter] = [newId(), newId()];

describe('the state of a delegation', () => {
  it.each([
    ['without an end', null, null, 'active', null],
    ['before its end', later, null, 'active', null],
    ['at its end', now, null, 'ended', now], // half-open
    ['after its end', before, null, 'ended', before],
    ['revoked before its end', later, before, 'revoked', before],
    ['revoked, and past its end', before, before, 'revoked', before],
  ] as const)('%s', (_what, validTo, revokedAt, state, end) => {
    expect(delegationState({ validTo, revokedAt }, now)).toBe(state);
    expect(endOf({ validTo, revokedAt }, now)).toBe(end);
  });

  it.each([
    [null, null],
    [holder, 'holder'],
    [granter, 'granter'],
  ])('is ended by a side, revoked by %s: %s', (revokedBy, side) => {
    expect(revokedSide({ revokedBy, personId: holder })).toBe(side);
  });
});

describe('the matters of an activity', () => {
  const id = newId();
  it.each(['enterprise', 'club', 'organisation', 'person'] as const)(
    'include the name of its organiser, if that is of kind %s',
    (kind) => {
      expect(mattersOf({ id, organiserKind: kind, organiserId: holder })).toEqual([
        { kind: 'activity', id },
        { kind, id: holder },
      ]);
    },
  );

  it('do not include a union, which acts through roles', () => {
    expect(mattersOf({ id, organiserKind: 'union', organiserId: holder })).toEqual([
      { kind: 'activity', id },
    ]);
    expect(matterOf({ kind: 'union', id })).toEqual([]);
  });
});

describe('granting a delegation', () => {
  const terms = { validTo: null, mayDelegate: false, personId: holder, granterId: granter, by: null };
  const untilLater = { validTo: later, revokedAt: null };
  it.each([
    ['by a role, without an end', terms],
    ['by a role, with the right to delegate', { ...terms, mayDelegate: true }],
    ['by a representative without an end', { ...terms, by: { validTo: null, revokedAt: null } }],
    ['by a representative, to the same moment', { ...terms, validTo: later, by: untilLater }],
  ])('is possible %s', (_what, one) => {
    expect(() => checkGranting(one, now)).not.toThrow();
  });

  it.each([
    ['to oneself', { ...terms, personId: granter }, 'DELEGATION_TO_ONESELF', '/personId'],
    ['until now', { ...terms, validTo: now }, 'DELEGATION_OVER', '/validTo'],
    ['for longer than it is held', { ...terms, by: untilLater }, 'DELEGATION_BEYOND_OWN', '/validTo'],
    [
      'by a second later',
      { ...terms, validTo: new Date('2026-11-20T10:00:02Z'), by: untilLater },
      'DELEGATION_BEYOND_OWN',
      '/validTo',
    ],
    [
      'together with the right to delegate, which a representative cannot pass on',
      { ...terms, mayDelegate: true, by: { validTo: null, revokedAt: null } },
      'DELEGATION_BEYOND_OWN',
      '/mayDelegate',
    ],
  ])('is refused %s', (_what, one, code, pointer) => {
    expect(() => checkGranting(one, now)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });
});
