import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clubContract } from '@gongxiang/contracts/membership/clubs/organisation.contract';
import {
  applicationContract,
  type ApplicationStatusView,
} from '@gongxiang/contracts/membership/joining/application.contract';
import { invitationContract } from '@gongxiang/contracts/membership/joining/invitation.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { unionTransferContract } from '@gongxiang/contracts/membership/members/union-transfer.contract';
import { enterpriseContract } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import { filingStatisticsContract } from '@gongxiang/contracts/membership/unions/filing-statistics.contract';
import { roleContract } from '@gongxiang/contracts/membership/unions/role.contract';
import { unionContract, type UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import {
  unionClosingContract as contract,
  type ProposeUnionClosing,
  type UnionClosingView,
} from '@gongxiang/contracts/membership/unions/union-closing.contract';
import { membershipClosing } from '@gongxiang/contracts/words/party-closing';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { apply, rider } from '../../joining/joining.fixture.js';
import { MembershipRow } from '../../members/member/membership.entity.js';
import {
  plantPerson,
  plantRole,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import { RoleGrantRow } from '../../unions/role/role.entity.js';
import { UnionRow } from '../../unions/union/union.entity.js';
import { reopenDays } from './union-closing.model.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
/** Officers of the union above, two of them, of another union, and of the root. */
let above: Actor;
let second: Actor;
let stranger: Actor;
let federation: Actor;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2 });
  trees = await plantUnions(membership);
  const { manager } = membership.dataSource;
  await manager.update(UnionRow, { id: trees.left.id }, { tier: 'district' });
  above = await officerOf(trees.left);
  second = await officerOf(trees.left);
  stranger = await officerOf(trees.right);
  federation = await officerOf(trees.root);
});

afterAll(() => membership.stop());

async function officerOf({ id, path }: Pick<UnionRow, 'id' | 'path'>): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

let made = 0;

/** A union below the one above. */
function branch(part: object = {}): Promise<UnionView> {
  made += 1;
  const request = { parentId: trees.left.id, name: `第${String(made)}分会`, ...part };
  return membership.ask(unionContract.create, request, above);
}

async function memberOf({ id: unionId }: Pick<UnionRow, 'id'>): Promise<string> {
  const personId = await plantPerson(membership);
  const term = { state: 'active', validFrom: '2020-01-01', validTo: null, employmentKind: null } as const;
  const row = { id: newId(), personId, unionId, ...term, createdAt: membership.clock.now() };
  await membership.dataSource.manager.insert(MembershipRow, row);
  return personId;
}

const filing = {
  ground: 'employerEnded',
  documentNumber: '青工发〔2026〕18号',
  documentDate: '2026-11-16',
  registration: 'none',
  reason: '企业破产清算已终结',
} as const satisfies Partial<ProposeUnionClosing>;

const propose = (
  { id }: Pick<UnionRow, 'id'>,
  actor: Actor | null = above,
  part: Partial<ProposeUnionClosing> = {},
) => membership.ask(contract.propose, { ...filing, unionId: id, ...part }, actor);
const named = ({ id }: UnionClosingView) => ({ unionClosingId: id });
const get = (one: UnionClosingView, actor: Actor | null = above) =>
  membership.ask(contract.get, named(one), actor);
const confirm = (one: UnionClosingView, actor: Actor | null = second) =>
  membership.ask(contract.confirm, named(one), actor);
const reopen = (one: UnionClosingView, actor: Actor | null = above) =>
  membership.ask(contract.reopen, { ...named(one), reason: '文件所指为另一工会' }, actor);
const unionOf = ({ id }: Pick<UnionRow, 'id'>) =>
  membership.ask(unionContract.get, { unionId: id }, stranger);
const findings = (union: Pick<UnionRow, 'id'>, actor: Actor | null = above) =>
  membership.ask(membershipClosing.findings, { kind: 'union', id: union.id }, actor);

describe('a filing to close a union', () => {
  it('is made by officers of it and above, decided by another officer above, and closes it with a date and a ground', async () => {
    const union = await branch();
    const own = await officerOf(union);
    const plain = actorWith({ unionId: union.id, unionPath: union.path });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [plain, 'NOT_PERMITTED'],
      [stranger, 'NOT_PERMITTED'],
    ] as const)
      await expect(propose(union, actor)).rejects.toMatchObject({ code });
    const filed = await propose(union, own);
    expect(filed).toMatchObject({
      state: 'waiting',
      ground: 'employerEnded',
      successorUnionId: trees.left.id,
      documentDate: '2026-11-16',
      acts: ['withdraw'],
    });
    const [awaited] = await untilAwaits(membership, 'membership', filed.id, ['unionClosingProposed']);
    expect(awaited).toMatchObject({
      title: union.name,
      offices: {
        roles: ['officer'],
        unionIds: [trees.left.id],
        isNearest: true,
        exceptIds: [own.personId],
      },
    });
    await expect(propose(union, above)).rejects.toMatchObject({ code: 'UNION_CLOSING_UNDER_WAY' });
    for (const actor of [plain, stranger])
      await expect(get(filed, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Its own officers see it and do not decide, whoever of them has filed it.
    await expect(confirm(filed, own)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(confirm(filed, await officerOf(union))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await get(filed)).toMatchObject({ acts: ['confirm', 'refuse'] });
    expect(await confirm(filed, above)).toMatchObject({ state: 'closed', acts: ['reopen'] });
    await untilAwaits(membership, 'membership', filed.id, []);
    await expect(confirm(filed, second)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const { items } = await membership.ask(filingStatisticsContract.show, { unionId: trees.left.id }, second);
    expect(items.find(({ kind }) => kind === 'closing')).toMatchObject({
      decided: 1,
      medianHours: 0,
      withinDeadline: null,
    });
    expect(await unionOf(union)).toMatchObject({
      active: false,
      closedAt: membership.clock.now().toISOString(),
      closingGround: 'employerEnded',
      successorUnionId: trees.left.id,
    });
    const told = (await membership.recorded(membershipEvents.unionChanged)).filter(
      ({ id }) => id === union.id,
    );
    expect(told.at(-1)).toMatchObject({ active: false, version: 2 });
  });

  it('needs two hands, also in the database', async () => {
    const union = await branch();
    const filed = await propose(union, above);
    await expect(confirm(filed, above)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    const oneHand = `UPDATE union_closing SET state = 'closed', decided_by = proposed_by, decided_at = now() WHERE id = $1`;
    await expect(membership.dataSource.query(oneHand, [filed.id])).rejects.toThrow('union_closing');
    expect(await unionOf(union)).toMatchObject({ active: true });
    expect(await membership.ask(contract.withdraw, named(filed), above)).toMatchObject({
      state: 'withdrawn',
    });
    const again = await propose(union, above);
    const refusal = { ...named(again), reason: '会员尚未接转' };
    expect(await membership.ask(contract.refuse, refusal, federation)).toMatchObject({
      state: 'refused',
      refusal: '会员尚未接转',
      acts: [],
    });
  });

  it('names a ground with what belongs to it', async () => {
    const coded = await branch({ uscc: '81420107MC1234567X' });
    const union = await branch();
    const below = await branch({ parentId: union.id });
    const refused = async (
      of: Pick<UnionRow, 'id'>,
      part: Partial<ProposeUnionClosing>,
      code: string,
      pointer: string,
    ) => {
      await expect(propose(of, above, part)).rejects.toMatchObject({ code, errors: [{ pointer }] });
    };
    const successor = '/successorUnionId';
    await refused(union, { ground: 'merged' }, 'UNION_CLOSING_SUCCESSOR', successor);
    await refused(
      union,
      { ground: 'split', successorUnionId: union.id },
      'UNION_CLOSING_SUCCESSOR_WITHIN',
      successor,
    );
    await refused(union, { successorUnionId: below.id }, 'UNION_CLOSING_SUCCESSOR_WITHIN', successor);
    await refused(union, { successorUnionId: newId() }, 'NOT_FOUND', successor);
    await refused(union, { documentDate: '2026-12-24' }, 'UNION_CLOSING_DATE', '/documentDate');
    await refused(coded, { registration: 'none' }, 'UNION_CLOSING_REGISTRATION', '/registration');
    const merged = await propose(coded, above, {
      ground: 'merged',
      successorUnionId: union.id,
      registration: 'toCancel',
    });
    // The officers of the union that takes over see it.
    expect(await get(merged, await officerOf(union))).toMatchObject({ acts: [], successorName: union.name });
    await expect(propose(trees.root, federation)).rejects.toMatchObject({ code: 'UNION_CLOSING_OF_ROOT' });
    const list = async (actor: Actor) =>
      (await membership.ask(contract.list, { open: true }, actor)).items.map(({ id }) => id);
    expect([(await list(above)).includes(merged.id), await list(stranger)]).toEqual([true, []]);
  });
});

describe('what there still is of a union', () => {
  it('is counted before for its officers and those above, and stands in the way or not', async () => {
    const union = await branch();
    await branch({ parentId: union.id });
    await memberOf(union);
    const own = await officerOf(union);
    await membership.ask(clubContract.create, { name: '棋牌俱乐部', unionId: union.id }, own);
    expect(await findings(union)).toEqual({
      findings: [
        { finding: 'unionsBelow', count: 1, blocks: true },
        { finding: 'clubs', count: 1, blocks: true },
        { finding: 'members', count: 1, blocks: true },
        { finding: 'offices', count: 1, blocks: false },
      ],
    });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [actorWith({ unionId: union.id, unionPath: union.path }), 'NOT_PERMITTED'],
      [stranger, 'NOT_PERMITTED'],
    ] as const)
      await expect(findings(union, actor)).rejects.toMatchObject({ code });
  });

  it('is refused with a code of its own, and nothing is changed', async () => {
    const union = await branch();
    const below = await branch({ parentId: union.id });
    const person = await memberOf(union);
    const own = await officerOf(union);
    const club = await membership.ask(clubContract.create, { name: '乒乓俱乐部', unionId: union.id }, own);
    const filed = await propose(union, own);
    const refused = async (code: string): Promise<void> => {
      await expect(confirm(filed)).rejects.toMatchObject({ code, params: { count: 1 } });
      expect(await unionOf(union)).toMatchObject({ active: true, version: 1 });
    };
    await refused('UNION_CLOSING_UNIONS');
    await confirm(await propose(below, above));
    await refused('UNION_CLOSING_MEMBERS');
    const move = { unionId: union.id, toUnionId: trees.left.id, reason: '企业破产' };
    const transfer = await membership.ask(unionTransferContract.propose, move, above);
    await membership.ask(unionTransferContract.confirm, { unionTransferId: transfer.id }, second);
    await eventually(async () => {
      const unionTransferId = transfer.id;
      expect(await membership.ask(unionTransferContract.get, { unionTransferId }, above)).toMatchObject({
        state: 'done',
        moved: 1,
      });
    });
    await refused('UNION_CLOSING_PARTIES');
    await membership.ask(clubContract.close, { clubId: club.id, reason: '工会撤销' }, own, { ifMatch: 1 });
    expect(await confirm(filed)).toMatchObject({ state: 'closed' });
    const left = await membership.dataSource.manager.findBy(MembershipRow, { personId: person });
    // The membership goes on, at the union above.
    expect(left.filter(({ state }) => state !== 'ended').map(({ unionId }) => unionId)).toEqual([
      trees.left.id,
    ]);
  });
});

describe('a union that is closed', () => {
  it('E101: ends its offices, also that of its last officer, and what was offered', async () => {
    const union = await branch();
    const own = await officerOf(union);
    const offered = {
      unionId: union.id,
      personId: await plantPerson(membership),
      role: 'organiser',
    } as const;
    const { pendingChangeId } = await membership.ask(roleContract.grant, offered, own);
    expect(await findings(union)).toEqual({ findings: [{ finding: 'offices', count: 2, blocks: false }] });
    await confirm(await propose(union, own), above);
    const { manager } = membership.dataSource;
    expect(
      (await manager.findBy(RoleGrantRow, { unionId: union.id })).map(({ revokedAt }) => revokedAt),
    ).toEqual([membership.clock.now()]);
    const told = (await membership.recorded(membershipEvents.roleChanged)).filter(
      ({ unionId }) => unionId === union.id,
    );
    expect(told.at(-1)?.revokedAt).toBe(membership.clock.now().toISOString());
    const [change]: { state: string }[] = await membership.dataSource.query(
      'SELECT state FROM pending_change WHERE id = $1',
      [pendingChangeId],
    );
    expect(change?.state).toBe('withdrawn');
    await expect(membership.ask(roleContract.grant, offered, above)).rejects.toMatchObject({
      code: 'PARTY_CLOSED',
      errors: [{ pointer: '/unionId' }],
    });
  });

  it('takes in nobody and nothing, and is left out of the list unless the closed ones are asked for', async () => {
    const union = await branch();
    const { name } = union;
    await confirm(await propose(union));
    const refused = { code: 'PARTY_CLOSED', params: { name } };
    const applicant = { unionId: union.id, name: '李四', residentNumber: residentNumber(77) };
    await expect(membership.ask(memberContract.create, applicant, above)).rejects.toMatchObject(refused);
    await expect(branch({ parentId: union.id })).rejects.toMatchObject(refused);
    await expect(
      membership.ask(unionContract.change, { unionId: union.id, name: '别名' }, above, { ifMatch: 2 }),
    ).rejects.toMatchObject(refused);
    await expect(propose(union)).rejects.toMatchObject(refused);
    await expect(
      membership.ask(clubContract.create, { name: '象棋俱乐部', unionId: union.id }, above),
    ).rejects.toMatchObject(refused);
    const ids = async (closed?: boolean) => {
      const page = await membership.ask(unionContract.list, { q: name, ...(closed && { closed }) }, stranger);
      return page.items.filter((one) => one.name === name).map(({ id }) => id);
    };
    expect([await ids(), await ids(true)]).toEqual([[], [union.id]]);
    // Its name is free for another one.
    expect(await branch({ name })).toMatchObject({ name, active: true });
  });

  it('passes open applications on to the union above, and new ones are led past it', async () => {
    const union = await branch({ tier: 'street' });
    const own = await officerOf(union);
    const atStreet = { ...rider, areaUnionId: union.id };
    const sent = await apply(membership, 60, atStreet);
    expect(sent).toMatchObject({ unionName: union.name });
    const link = {
      unionId: union.id,
      usesMax: 5,
      expiresAt: new Date(membership.clock.now().getTime() + dayMs),
    };
    const invitation = await membership.ask(
      invitationContract.create,
      { ...link, expiresAt: link.expiresAt.toISOString() },
      own,
    );
    expect(await findings(union)).toEqual({
      findings: [
        { finding: 'applications', count: 1, blocks: false },
        { finding: 'offices', count: 1, blocks: false },
        { finding: 'invitations', count: 1, blocks: false },
      ],
    });
    await confirm(await propose(union, own), above);
    const found = async ({ number }: ApplicationStatusView, actor: Actor) =>
      (await membership.ask(applicationContract.list, { q: number }, actor)).items[0];
    expect(await found(sent, above)).toMatchObject({ unionName: trees.left.name, turnKind: 'forwarded' });
    const again = await apply(membership, 61, atStreet);
    expect(again).toMatchObject({ unionName: trees.left.name });
    const places = await membership.ask(applicationContract.findPlaces, { q: union.name }, null);
    expect(places.items).toEqual([]);
    await expect(
      membership.ask(invitationContract.revoke, { invitationId: invitation.id }, above, { ifMatch: 2 }),
    ).rejects.toMatchObject({ code: 'INVITATION_ENDED' });
    await expect(
      membership.ask(
        applicationContract.forward,
        { applicationId: (await found(again, above))?.id ?? '', unionId: union.id, reason: '属地办理' },
        above,
      ),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('makes room for another union of its enterprise, which an applicant then comes to', async () => {
    const maker = { name: '武汉机械', uscc: '91350100M000100Y43' };
    const enterprise = await membership.ask(enterpriseContract.create, maker, above);
    const enterpriseId = enterprise.id;
    const first = await branch({ enterpriseId });
    await expect(branch({ enterpriseId })).rejects.toMatchObject({ code: 'ENTERPRISE_HAS_UNION' });
    const filed = await propose(first, above, { ground: 'duplicate' });
    await confirm(filed);
    const seen = await membership.ask(enterpriseContract.get, { enterpriseId }, above);
    expect(seen).toMatchObject({ unionId: null });
    const workplace = { kind: 'enterprise', enterpriseId } as const;
    expect(await apply(membership, 62, workplace)).toMatchObject({ unionName: trees.left.name });
    const next = await branch({ enterpriseId });
    expect(await membership.ask(enterpriseContract.get, { enterpriseId }, above)).toMatchObject({
      unionId: next.id,
    });
    expect(await apply(membership, 63, workplace)).toMatchObject({ unionName: next.name });
    await expect(reopen(filed)).rejects.toMatchObject({ code: 'ENTERPRISE_HAS_UNION' });
    // Other services are told of the union that is in use.
    const told = (await membership.recorded(membershipEvents.partyChanged)).filter(
      ({ id }) => id === enterpriseId,
    );
    expect(told.at(-1)).toMatchObject({ unionId: next.id });
  });

  it('is opened again from above within the time for it, without its offices', async () => {
    const union = await branch();
    const own = await officerOf(union);
    const filed = await propose(union, own);
    await confirm(filed, above);
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [own, 'NOT_PERMITTED'],
      [stranger, 'NOT_FOUND'],
    ] as const)
      await expect(reopen(filed, actor)).rejects.toMatchObject({ code });
    expect(await reopen(filed)).toMatchObject({
      state: 'reopened',
      reopenReason: '文件所指为另一工会',
      reopenedAt: membership.clock.now().toISOString(),
      reopenUntil: null,
      acts: [],
    });
    expect(await unionOf(union)).toMatchObject({ active: true, closedAt: null, closingGround: null });
    expect(await findings(union)).toEqual({ findings: [] });
    await expect(reopen(filed)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    // It may be closed again, in earnest.
    expect(await confirm(await propose(union))).toMatchObject({ state: 'closed' });
  });

  it('stays closed where its name is given away, or after the time', async () => {
    const union = await branch();
    const filed = await propose(union);
    await confirm(filed);
    const { name } = await branch({ name: union.name });
    await expect(reopen(filed)).rejects.toMatchObject({ code: 'UNION_NAME_TAKEN' });
    expect(name).toBe(union.name);
    membership.clock.advance(reopenDays * dayMs + 1);
    expect(await get(filed)).toMatchObject({ acts: [] });
    await expect(reopen(filed)).rejects.toMatchObject({ code: 'UNION_REOPEN_LATE' });
  });
});
