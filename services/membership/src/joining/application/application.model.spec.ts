import { applicationStates } from '@gongxiang/contracts/membership/joining/application.contract';
import { checkResidentNumber, syntheticResidentNumber } from '@gongxiang/domain';
import { actorWith } from '@gongxiang/testing';
import { describe, expect, it } from '@jest/globals';
import {
  appealUntil,
  applicationNumber,
  awaitsOfApplication,
  deadlineAfter,
  decides,
  isHiddenFrom,
  reasonsFor,
  type RoutedWorkplace,
  routeOf,
  sectorFor,
  similarNumbers,
  takesDirectMembers,
  type UnionOnTheWay,
} from './application.model.js';

function union(part: Partial<UnionOnTheWay> & { path: string }): UnionOnTheWay {
  const place = { longitude: null, latitude: null };
  const plain = { name: part.path, tier: null, active: true, acceptsDirect: null, workLines: [] };
  return { id: part.path, ...plain, ...place, ...part };
}

const root = union({ path: '1.' });
const district = union({ path: '1.1.', tier: 'district', longitude: 114.4, latitude: 30.6 });
const street = union({ path: '1.1.1.', tier: 'street', longitude: 114.42, latitude: 30.62 });
const park = union({ path: '1.1.2.', tier: 'park', longitude: 114.42, latitude: 30.62 });
const firm = union({ path: '1.1.1.1.', tier: 'enterprise' });
const all = [root, district, street, park, firm];

const riders = (path: string) => union({ path, workLines: ['deliveryRider'] });

const nobody: RoutedWorkplace = {
  kind: 'none',
  enterprisePath: null,
  employerHidden: false,
  areaUnionId: null,
  position: null,
};
const besideStreet = { longitude: 114.421, latitude: 30.621 };

describe('the way of an application', () => {
  it.each<[string, Partial<RoutedWorkplace>, readonly UnionOnTheWay[], string[]]>([
    [
      'begins at the union of the enterprise',
      { enterprisePath: '1.1.1.1.' },
      all,
      ['1.1.1.1.', '1.1.1.', '1.1.', '1.'],
    ],
    [
      'leaves out an employer that shall not know',
      { enterprisePath: '1.1.1.1.', employerHidden: true },
      all,
      ['1.1.1.', '1.1.', '1.'],
    ],
    ['of a rider begins at the named street', { areaUnionId: '1.1.1.' }, all, ['1.1.1.', '1.1.', '1.']],
    [
      'of a rider begins at the nearest union, the street by its path',
      { position: besideStreet },
      all,
      ['1.1.1.', '1.1.', '1.'],
    ],
    [
      'prefers what is named to what is near',
      { areaUnionId: '1.1.2.', position: besideStreet },
      all,
      ['1.1.2.', '1.1.', '1.'],
    ],
    [
      'passes by a street that takes nobody directly',
      { position: besideStreet },
      [root, district, { ...street, acceptsDirect: false }],
      ['1.1.', '1.'],
    ],
    [
      'goes up from a named street that is closed, also past a nearer union',
      { areaUnionId: '1.1.1.', position: besideStreet },
      [root, district, { ...street, active: false }, park],
      ['1.1.', '1.'],
    ],
    [
      'passes by a street that is closed',
      { position: besideStreet },
      [root, { ...street, active: false }],
      ['1.'],
    ],
    ['passes by a named union that takes nobody directly', { areaUnionId: '1.1.1.1.' }, all, ['1.']],
    ['ends with the root where nothing is known', {}, all, ['1.']],
    [
      'goes to a sector union that says it takes members',
      { areaUnionId: '1.3.' },
      [root, union({ path: '1.3.', acceptsDirect: true })],
      ['1.3.', '1.'],
    ],
  ])('%s', (_name, part, unions, expected) => {
    expect(routeOf({ ...nobody, ...part }, unions).map(({ path }) => path)).toEqual(expected);
    // The order in which the database returns them decides nothing.
    const reversed = routeOf({ ...nobody, ...part }, [...unions].reverse());
    expect(reversed.map(({ path }) => path)).toEqual(expected);
  });

  it.each<[string, string, readonly UnionOnTheWay[], string | undefined]>([
    ['is that of the district in which the place is', '1.1.1.', [riders('1.1.9.')], '1.1.9.'],
    ['is that of the smallest area', '1.1.1.', [riders('1.9.'), riders('1.1.9.')], '1.1.9.'],
    [
      'of two for one area is the one with the smaller path',
      '1.1.1.',
      [riders('1.1.9.'), riders('1.1.8.')],
      '1.1.8.',
    ],
    ['is none of another district', '1.1.1.', [riders('1.2.9.')], undefined],
    ['is none for other work', '1.1.1.', [union({ path: '1.1.9.', workLines: ['courier'] })], undefined],
    ['is none that is closed', '1.1.1.', [{ ...riders('1.1.9.'), active: false }], undefined],
    [
      'is one directly below the root where the place is unknown',
      '1.',
      [riders('1.1.9.'), riders('1.9.')],
      '1.9.',
    ],
    ['may be the root', '1.1.1.', [{ ...root, workLines: ['deliveryRider'] }], '1.'],
  ])('by a sector union %s', (_name, place, unions, expected) => {
    expect(sectorFor('deliveryRider', place, unions)?.path).toBe(expected);
    expect(sectorFor('deliveryRider', place, [...unions].reverse())?.path).toBe(expected);
  });

  it.each([
    [root, true],
    [district, true],
    [firm, false],
    [union({ path: '1.2.', tier: 'city' }), false],
    [{ ...firm, acceptsDirect: true }, true],
    [{ ...root, acceptsDirect: false }, true],
  ])('%#: people join %j directly: %s', (one, expected) => {
    expect(takesDirectMembers(one)).toBe(expected);
  });
});

describe('a deadline of three working days', () => {
  it.each([
    // 2026-11-20 is a Friday: Monday, Tuesday, Wednesday, and the end of that day.
    ['2026-11-20T09:00:00+08:00', '2026-11-25T23:59:59+08:00'],
    // Already Saturday in China, still Friday in UTC.
    ['2026-11-20T16:30:00Z', '2026-11-25T23:59:59+08:00'],
    ['2026-11-22T12:00:00+08:00', '2026-11-25T23:59:59+08:00'],
    // Monday: Tuesday, Wednesday, Thursday.
    ['2026-11-23T00:00:00+08:00', '2026-11-26T23:59:59+08:00'],
    // Seven days of the National Day stand between, and the Saturday after is worked.
    ['2026-09-29T09:00:00+08:00', '2026-10-09T23:59:59+08:00'],
    ['2026-10-01T09:00:00+08:00', '2026-10-10T23:59:59+08:00'],
    // The notice of that year is not known; 1 January is off by law.
    ['2098-12-30T09:00:00+08:00', '2099-01-05T23:59:59+08:00'],
  ])('from %s ends at %s', (now, expected) => {
    expect(deadlineAfter(new Date(now), 3)).toEqual(new Date(expected));
  });
});

describe('an appeal', () => {
  const decidedAt = new Date('2026-11-01T00:00:00Z');
  const refused = { state: 'refused', decidedAt, appealed: false } as const;
  it.each([
    ['within 30 days', refused, true, '2026-11-30T23:00:00Z', '2026-12-01T00:00:00.000Z'],
    ['not later', refused, true, '2026-12-01T00:00:00Z', undefined],
    ['not twice', { ...refused, appealed: true }, true, '2026-11-02T00:00:00Z', undefined],
    ['not without a union above', refused, false, '2026-11-02T00:00:00Z', undefined],
    [
      'not of an admission',
      { ...refused, state: 'admitted' as const },
      true,
      '2026-11-02T00:00:00Z',
      undefined,
    ],
  ])('is possible %s', (_name, application, hasAbove, now, expected) => {
    expect(appealUntil(application, hasAbove, new Date(now))?.toISOString()).toBe(expected);
  });
});

describe('who sees and decides', () => {
  const officerAt = (unionId: string, path: string) => actorWith({ roles: [['officer', unionId, path]] });
  it('hides an application from whoever belongs to the employer, also by an office', () => {
    expect(isHiddenFrom(officerAt('f', '1.1.1.1.'), '1.1.1.1.')).toBe(true);
    expect(isHiddenFrom(actorWith({ unionId: 'f', unionPath: '1.1.1.1.2.' }), '1.1.1.1.')).toBe(true);
    expect(isHiddenFrom(officerAt('s', '1.1.1.'), '1.1.1.1.')).toBe(false);
    expect(isHiddenFrom(officerAt('f', '1.1.1.1.'), null)).toBe(false);
  });

  it('lets an officer of the very union decide, and none above it', () => {
    expect(decides(officerAt('street', '1.1.1.'), 'street')).toBe(true);
    expect(decides(officerAt('root', '1.'), 'street')).toBe(false);
    expect(decides(actorWith({ roles: [['organiser', 'street', '1.1.1.']] }), 'street')).toBe(false);
    expect(decides(null, 'street')).toBe(false);
  });
});

describe('E95: people on record who may be the applicant', () => {
  const applicant = { nameHash: 'n', residentNumberHash: 'r', phoneHash: 'p' };
  it.each([
    [{ nameHash: 'n', residentNumberHash: 'r', phoneHash: 'p' }, ['sameNumber', 'samePhone', 'sameName']],
    [{ nameHash: 'm', residentNumberHash: 's', phoneHash: 'p' }, ['samePhone']],
    [{ nameHash: 'n', residentNumberHash: 'near', phoneHash: null }, ['sameName', 'numberSimilar']],
    // A number that is similar and nothing else says nothing: neighbours of a register differ in one digit.
    [{ nameHash: 'm', residentNumberHash: 'near', phoneHash: null }, []],
    [{ nameHash: 'm', residentNumberHash: null, phoneHash: null }, []],
  ])('%#: %j by %j', (person, expected) => {
    expect(reasonsFor(applicant, person, new Set(['near']))).toEqual(expected);
  });

  it('finds the number with one digit mistyped', () => {
    const now = new Date('2026-11-20T00:00:00Z');
    const of = (sequence: number): string =>
      syntheticResidentNumber({ area: '420106', birthDate: '1990-03-09', sequence });
    const similar = similarNumbers(of(123), (number) => checkResidentNumber(number, now).valid);
    expect(similar).toContain(of(143));
    expect(similar).not.toContain(of(123));
    // Nine other digits at 17 places, less those that make no date.
    expect(similar.length).toBeLessThanOrEqual(17 * 9);
  });
});

it('numbers an application by its day in China', () => {
  expect(applicationNumber(new Date('2026-11-20T16:30:00Z'), 'K7MP2XQA')).toBe('20261121-K7MP2XQA');
});

it.each(applicationStates)('waits in the state %s for the union that has it, or for nobody', (state) => {
  const dueAt = new Date('2026-11-25T15:59:59Z');
  const application = {
    id: 'application-1',
    state,
    unionId: 'union-1',
    dueAt,
    turnKind: 'escalated',
  } as const;
  const told = awaitsOfApplication(application, { personIds: ['officer-1'] });
  const values = { at: '2026-11-25T15:59:59.000Z', turn: 'escalated' };
  const whom = { personIds: ['officer-1'], kind: 'applicationReceived', why: 'decidesHere' };
  const expected = { ...whom, about: { applicationId: 'application-1' }, values, slot: 'union-1', dueAt };
  expect(told).toEqual(state === 'waiting' ? [expected] : []);
});
