import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isUuid, type Sex } from '@gongxiang/domain';
import { SharingConfig } from '../../config/config.js';
import { InterestSecrets } from './interest-secrets.js';
import { choicesMax, othersFor, requireChoiceLeft, requireStep, stepOf } from './mutual-interest.model.js';

const activity = {
  kind: 'matchmaking',
  state: 'published',
  startsAt: new Date('2026-11-21T10:00:00Z'),
  endsAt: new Date('2026-11-21T12:00:00Z'),
} as const;

describe('the step of mutual interest', () => {
  it.each([
    [{}, '2026-11-21T09:59:59Z', 'notBegun'],
    [{}, '2026-11-21T10:00:00Z', 'open'],
    [{}, '2026-11-28T11:59:59Z', 'open'], // seven days after the end
    [{}, '2026-11-28T12:00:00Z', 'over'],
    [{ state: 'closed' }, '2026-11-22T00:00:00Z', 'open'],
    [{ state: 'cancelled' }, '2026-11-22T00:00:00Z', 'notOffered'],
    [{ state: 'draft' }, '2026-11-22T00:00:00Z', 'notOffered'],
    [{ kind: 'sports' }, '2026-11-22T00:00:00Z', 'notOffered'],
  ] as const)('%j at %s: %s', (changes, now, step) => {
    expect(stepOf({ ...activity, ...changes }, new Date(now))).toBe(step);
  });

  it.each([
    ['notOffered', true, 'INTEREST_NOT_OFFERED'],
    ['notBegun', true, 'INTEREST_NOT_BEGUN'],
    ['over', true, 'INTEREST_OVER'],
    ['open', false, 'INTEREST_NOT_THERE'],
  ] as const)('%s, there: %s, is refused', (step, wasThere, code) => {
    expect(() => requireStep(step, wasThere)).toThrow(code);
    expect(() => requireStep('open', true)).not.toThrow();
  });

  it('bounds how many one may choose', () => {
    expect(() => requireChoiceLeft(choicesMax - 1)).not.toThrow();
    expect(() => requireChoiceLeft(choicesMax)).toThrow('INTEREST_CHOICES_USED');
  });
});

describe('whom one may choose', () => {
  const person = (personId: string, sex: Sex | null) => ({ personId, sex });
  const people = [
    person('anna', 'female'),
    person('bea', 'female'),
    person('carl', 'male'),
    person('dee', null),
  ];
  const idsFor = (me: string, sexed: boolean) => othersFor(people, me, sexed).map(({ personId }) => personId);

  it.each([
    ['anna', false, ['bea', 'carl', 'dee']],
    ['anna', true, ['carl']],
    ['carl', true, ['anna', 'bea']],
    ['dee', true, []],
    ['stranger', true, []],
  ] as const)('%s, with seats for each sex: %s', (me, sexed, expected) => {
    expect(idsFor(me, sexed)).toEqual(expected);
  });
});

describe('what is kept of it', () => {
  const withKey = (): InterestSecrets =>
    new InterestSecrets(Object.assign(new SharingConfig(), { dataKey: randomBytes(32).toString('base64') }));
  const secrets = withKey();

  it('is the same for the same two, another in each direction and under another key', () => {
    expect(secrets.choice('a', 'p', 'q')).toBe(secrets.choice('a', 'p', 'q'));
    expect(secrets.choice('a', 'p', 'q')).not.toBe(secrets.choice('a', 'q', 'p'));
    expect(secrets.choice('a', 'p', 'q')).not.toBe(secrets.choice('b', 'p', 'q'));
    expect(secrets.choice('a', 'p', 'q')).not.toBe(withKey().choice('a', 'p', 'q'));
    expect(secrets.pair('a', 'p', 'q')).toBe(secrets.pair('a', 'q', 'p'));
  });

  it('names somebody to each onlooker by another id, which is a UUID', () => {
    const id = secrets.participantId('a', 'viewer', 'p');
    expect(isUuid(id)).toBe(true);
    expect(secrets.participantId('a', 'viewer', 'p')).toBe(id);
    expect(secrets.participantId('a', 'other', 'p')).not.toBe(id);
  });

  it('opens only where it was sealed for', () => {
    const profile = { tag: '12 号', introduction: null, contact: '微信 lin' };
    const sealed = secrets.seal('here', profile);
    expect(sealed).not.toContain('lin');
    expect(secrets.open('here', sealed)).toEqual(profile);
    expect(() => secrets.open('there', sealed)).toThrow();
  });
});
