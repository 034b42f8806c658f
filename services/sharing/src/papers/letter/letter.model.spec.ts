import { describe, expect, it } from '@jest/globals';
import {
  chosenOf,
  codeOf,
  factsOf,
  lettersMax,
  numberOf,
  type Recipient,
  requireTime,
  typedCode,
} from './letter.model.js';

const start = new Date('2026-11-21T01:00:00Z');
const before = new Date('2026-11-20T01:00:00Z');

describe('the time of a letter', () => {
  it.each([
    ['invitation', 'published', before, null],
    ['invitation', 'draft', before, 'INVITATIONS_TOO_LATE'],
    ['invitation', 'published', start, 'INVITATIONS_TOO_LATE'],
    ['invitation', 'closed', before, 'INVITATIONS_TOO_LATE'],
    ['certificate', 'closed', start, null],
    ['proof', 'closing', start, 'LETTERS_BEFORE_CLOSE'],
    ['thanks', 'published', start, 'LETTERS_BEFORE_CLOSE'],
    ['certificate', 'cancelled', start, 'LETTERS_BEFORE_CLOSE'],
  ] as const)('%s of an activity that is %s, at %s: %s', (kind, state, now, code) => {
    const decide = () => requireTime(kind, { state, startsAt: start }, now);
    if (code === null) expect(decide).not.toThrow();
    else expect(decide).toThrow(expect.objectContaining({ code }));
  });
});

const person = (registrationId: string | null): Recipient => ({
  personId: `p-${registrationId}`,
  registrationId,
  maskedName: '张*',
  companions: 0,
});

describe('who gets a letter', () => {
  const all = [person('a'), person('b'), person(null)];

  it.each([
    [undefined, ['a', 'b', null]],
    [['b'], ['b']],
    [
      ['B', 'b'],
      ['b', 'b'],
    ],
  ])('of the registrations %j are %j', (ids, expected) => {
    const chosen = chosenOf(all, ids && [...new Set(ids.map((id) => id.toLowerCase()))]);
    expect(chosen.map(({ registrationId }) => registrationId)).toEqual([...new Set(expected)]);
  });

  it('is nobody who was not there, and the first of them is named', () => {
    expect(() => chosenOf(all, ['a', 'x'])).toThrow(
      expect.objectContaining({
        errors: [{ pointer: '/registrationIds/1', code: 'LETTER_RECIPIENT_UNFIT', params: {} }],
      }),
    );
  });

  it('is somebody, and not too many at once', () => {
    expect(() => chosenOf([], undefined)).toThrow(expect.objectContaining({ code: 'NO_RECIPIENTS' }));
    const many = Array.from({ length: lettersMax + 1 }, (_one, index) => person(String(index)));
    expect(() => chosenOf(many, undefined)).toThrow(expect.objectContaining({ code: 'LETTERS_TOO_MANY' }));
  });
});

describe('number and code', () => {
  it.each([
    [2026, 1, '2026-000001'],
    [2026, 1_234_567, '2026-1234567'],
  ])('of %i, %i is %s', (year, count, number) => expect(numberOf(year, count)).toBe(number));

  it('has twelve characters, none of which looks like another', () => {
    const code = codeOf(Uint8Array.from({ length: 12 }, (_one, index) => index * 23));
    expect(code).toHaveLength(12);
    expect(code).not.toMatch(/[IO01]/);
  });

  it.each([
    ['k7qm-2xrt-9wdh', 'K7QM2XRT9WDH'],
    [' K7QM 2XRT 9WDH ', 'K7QM2XRT9WDH'],
  ])('is found as it is typed: %j', (text, code) => expect(typedCode(text)).toBe(code));
});

it('says what the activity was when it was issued, on the day that it was there', () => {
  const activity = {
    title: '健步走',
    startsAt: start,
    endsAt: start,
    timeZone: 'Asia/Shanghai',
    venue: null,
    organiserName: '甲工会',
    coHosts: [{ name: '乙工会' }],
  };
  expect(factsOf(activity, '甲工会', new Date('2026-11-22T17:00:00Z'))).toMatchObject({
    coHostNames: ['乙工会'],
    issuedOn: '2026-11-23',
    issuerName: '甲工会',
  });
});
