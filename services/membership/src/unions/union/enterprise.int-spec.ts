import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  clubContract,
  organisationContract,
} from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { referenceContract } from '@gongxiang/contracts/membership/persons/reference.contract';
import { enterpriseContract } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { EventRuntime } from '@gongxiang/messaging/service';
import { callersOf, plantUnions, startMembership } from '../../membership.fixture.js';
import type { UnionRow } from './union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = callersOf(trees).officer;
});

afterAll(() => membership.stop());

const maker = {
  name: '武汉机械',
  uscc: '91350100M000100Y43',
  sector: 'industry' as const,
  employees: 320,
  revenueWan: 2600,
};

describe('an enterprise', () => {
  it('is classified, and tells its class to its union', async () => {
    const made = await membership.ask(enterpriseContract.create, maker, officer);
    expect(made).toMatchObject({
      usccCheck: 'passed',
      sizeClass: 'medium',
      keeperUnionId: trees.left.id,
      unionId: null,
    });
    expect(made.sizeBasis.length).toBeGreaterThan(0);
    const elsewhere = { parentId: trees.right.id, name: '冒名工会', enterpriseId: made.id };
    const stranger = actorWith({ roles: [['officer', trees.right.id, trees.right.path]] });
    await expect(membership.ask(unionContract.create, elsewhere, stranger)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const request = { parentId: trees.left.id, name: '武汉机械工会', enterpriseId: made.id };
    const union = await membership.ask(unionContract.create, request, officer);
    const create = (parentId: string, name: string) =>
      membership.ask(unionContract.create, { parentId, name }, officer);
    const workshop = await create(union.id, '一车间分会');
    const team = await create(workshop.id, '一班小组');
    const change = { enterpriseId: made.id, employees: 15 };
    const smaller = await membership.ask(enterpriseContract.update, change, officer, { ifMatch: 2 });
    expect(smaller).toMatchObject({ sizeClass: 'micro', unionId: union.id });
    const states = (await membership.recorded(membershipEvents.unionChanged)).filter(
      (state) => state.id === union.id,
    );
    expect(states.map(({ version, sizeClass }) => [version, sizeClass])).toEqual([
      [1, 'medium'],
      [2, 'micro'],
    ]);
    // A branch belongs to its firm, however deep it lies.
    for (const branch of [workshop, team]) {
      const states = (await membership.recorded(membershipEvents.unionChanged)).filter(
        (state) => state.id === branch.id,
      );
      expect(states.map(({ sizeClass }) => sizeClass)).toEqual(['medium', 'micro']);
    }
    const parties = (await membership.recorded(membershipEvents.partyChanged)).filter(
      (state) => state.id === made.id,
    );
    expect(parties.map(({ version, unionId }) => [version, unionId])).toEqual([
      [1, null],
      [2, union.id],
      [3, union.id],
    ]);
    await expect(
      membership.ask(unionContract.create, { ...request, name: '又一个' }, officer),
    ).rejects.toMatchObject({ code: 'ENTERPRISE_HAS_UNION' });
    await expect(membership.ask(enterpriseContract.create, maker, officer)).rejects.toMatchObject({
      code: 'USCC_TAKEN',
    });
  });

  it('shows its figures to its own union, those above and auditors; to others its name and size class', async () => {
    const request = { ...maker, name: '江城织造', uscc: '91420100MA4KM4XX1E', assetsWan: 900 };
    const made = await membership.ask(enterpriseContract.create, request, officer);
    const { id: enterpriseId } = made;
    const evidence = { enterpriseId, usccEvidence: '营业执照原件已核' };
    const full = await membership.ask(enterpriseContract.update, evidence, officer, {
      ifMatch: made.version,
    });
    const hidden = { employees: null, revenueWan: null, assetsWan: null, usccEvidence: null, sizeBasis: [] };
    expect(full).toMatchObject({ employees: 320, usccEvidence: evidence.usccEvidence });
    const seenBy = async (actor: Actor) => {
      const listed = await membership.ask(enterpriseContract.list, { q: request.name }, actor);
      const got = await membership.ask(enterpriseContract.get, { enterpriseId }, actor);
      expect(listed.items).toEqual([got]);
      return got;
    };
    const { member, stranger } = callersOf(trees);
    const { root, left, right } = trees;
    for (const actor of [
      officer,
      actorWith({ roles: [['officer', root.id, root.path]] }),
      actorWith({ roles: [['operator', root.id, root.path]] }),
      actorWith({ roles: [['auditor', left.id, left.path]] }),
    ])
      expect(await seenBy(actor)).toEqual(full);
    for (const actor of [
      member,
      stranger,
      actorWith(),
      actorWith({ roles: [['auditor', right.id, right.path]] }),
      actorWith({ roles: [['organiser', left.id, left.path]] }),
    ])
      expect(await seenBy(actor)).toEqual({ ...full, ...hidden });
  });

  it('E105: is kept with a code that fails its check, and reviewed with evidence', async () => {
    const made = await membership.ask(
      enterpriseContract.create,
      { name: '厦门某公司', uscc: '91350203M0001QKT19' },
      officer,
    );
    expect(made).toMatchObject({ usccCheck: 'failed', sizeClass: 'unclassified', sizeBasis: [] });
    const evidence = { enterpriseId: made.id, usccEvidence: '营业执照原件已核' };
    const reviewed = await membership.ask(enterpriseContract.update, evidence, officer, { ifMatch: 1 });
    expect(reviewed.usccCheck).toBe('reviewed');
  });

  it('keeps what a change leaves out, and forgets what it says is null', async () => {
    const request = { ...maker, uscc: '91310000MA1FL00030', assetsWan: 900 };
    const { id: enterpriseId } = await membership.ask(enterpriseContract.create, request, officer);
    const change = (figures: object, ifMatch: number) =>
      membership.ask(enterpriseContract.update, { enterpriseId, ...figures }, officer, { ifMatch });
    expect(await change({ assetsWan: null }, 1)).toMatchObject({ ...request, assetsWan: null });
    // An industrial enterprise is classified by heads and revenue.
    await expect(change({ revenueWan: null }, 2)).rejects.toMatchObject({
      code: 'FIGURE_REQUIRED',
      errors: [{ pointer: '/revenueWan' }],
    });
    expect(await change({ sector: null, revenueWan: null }, 2)).toMatchObject({
      sector: null,
      employees: 320,
      revenueWan: null,
      sizeClass: 'unclassified',
    });
  });

  it('asks for the figures that its sector needs', async () => {
    const request = { ...maker, uscc: '91310000MA1FL00030', revenueWan: null };
    await expect(membership.ask(enterpriseContract.create, request, officer)).rejects.toMatchObject({
      code: 'FIGURE_REQUIRED',
    });
  });
});

describe('outside organisations and clubs', () => {
  it('are parties behind which a union stands', async () => {
    const club = await membership.ask(
      clubContract.create,
      { name: '羽毛球俱乐部', unionId: trees.left.id },
      officer,
    );
    const body = await membership.ask(
      organisationContract.create,
      { name: '体育局', unionId: trees.left.id },
      officer,
    );
    expect((await membership.ask(clubContract.list, { q: '羽毛' }, officer)).items).toEqual([club]);
    expect((await membership.ask(organisationContract.list, {}, officer)).items).toEqual([body]);
    await expect(membership.ask(clubContract.get, { clubId: body.id }, officer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const states = await membership.recorded(membershipEvents.partyChanged);
    expect(states.map((state) => state.kind)).toEqual(
      expect.arrayContaining(['club', 'organisation', 'enterprise']),
    );
  });
});

describe('the state of every noun', () => {
  it.each(['union', 'enterprise', 'organisation'])('of %s is told anew on demand', async (noun) => {
    expect(await membership.app.get(EventRuntime).republish(noun)).toBeGreaterThan(0);
  });
});

const create = {
  enterprise: (actor: Actor | null) =>
    membership.ask(enterpriseContract.create, { ...maker, uscc: '8', keeperUnionId: trees.left.id }, actor),
  club: (actor: Actor | null) =>
    membership.ask(clubContract.create, { name: '社', unionId: trees.left.id }, actor),
  organisation: (actor: Actor | null) =>
    membership.ask(organisationContract.create, { name: '所', unionId: trees.left.id }, actor),
};

describe('who may add', () => {
  it.each([
    ['enterprise', 'nobody', 'NOT_SIGNED_IN'],
    ['enterprise', 'member', 'NOT_PERMITTED'],
    ['enterprise', 'stranger', 'NOT_PERMITTED'],
    ['enterprise', 'officer', 'USCC_FORMAT'],
    ['club', 'nobody', 'NOT_SIGNED_IN'],
    ['club', 'member', 'NOT_PERMITTED'],
    ['club', 'stranger', 'NOT_PERMITTED'],
    ['club', 'officer', null],
    ['club', 'organiser', null],
    ['organisation', 'nobody', 'NOT_SIGNED_IN'],
    ['organisation', 'member', 'NOT_PERMITTED'],
    ['organisation', 'stranger', 'NOT_PERMITTED'],
    ['organisation', 'organiser', 'NOT_PERMITTED'],
    ['organisation', 'officer', null],
  ] as const)('%s: %s', async (noun, who, code) => {
    const organiser = actorWith({ roles: [['organiser', trees.left.id, trees.left.path]] });
    const asked = create[noun]({ nobody: null, organiser, ...callersOf(trees) }[who]);
    if (code === null) await asked;
    else await expect(asked).rejects.toMatchObject({ code });
  });
});

describe('the public rules', () => {
  it.each([
    ['uscc', '91310000ma1fl00030', { value: '91310000MA1FL00030', valid: true, reason: null }],
    ['uscc', '91350203M0001QKT19', { valid: false, reason: 'CHECK_CHARACTER' }],
    ['residentId', '11010519491231002x', { value: '11010519491231002X', valid: true }],
    ['residentId', '110105491231002', { valid: false, reason: 'FIFTEEN_DIGITS', checkCharacter: null }],
    ['residentId', '', { valid: false, reason: 'LENGTH' }],
  ] as const)('check %s %s', async (kind, value, expected) => {
    expect(await membership.ask(referenceContract.checkIdentifier, { kind, value }, officer)).toMatchObject(
      expected,
    );
  });

  it('refuse a kind that there is not, and a caller who is not signed in', async () => {
    const unknown = { kind: 'passport', value: 'x' } as never;
    await expect(membership.ask(referenceContract.checkIdentifier, unknown, officer)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    const asked = membership.ask(referenceContract.sizeClass, { sector: 'other' }, null);
    await expect(asked).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('classify by figures, some of which may be null', async () => {
    const figures = { sector: 'industry' as const, employees: 1200, revenueWan: 1999, assetsWan: null };
    expect(await membership.ask(referenceContract.sizeClass, figures, officer)).toMatchObject({
      sizeClass: 'small',
    });
    const missing = membership.ask(
      referenceContract.sizeClass,
      { sector: 'industry', employees: 1 },
      officer,
    );
    await expect(missing).rejects.toMatchObject({
      code: 'FIGURE_REQUIRED',
      errors: [{ pointer: '/revenueWan' }],
    });
  });
});
