import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, explainsWithoutSeqScan, recordQueries } from '@gongxiang/testing';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';
import { knownMembers } from '../../sharing.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});

afterAll(() => lending.sharing.stop());

describe('a resource', () => {
  it('belongs to any party; the union behind it keeps it', async () => {
    const { sharing, owner } = lending;
    const [trainerId = ''] = await knownMembers(sharing, owner.id, 1);
    const trainer = actorWith({ personId: trainerId, unionId: owner.id, unionPath: owner.path });
    const own = { owner: { kind: 'person', id: trainerId }, title: '瑜伽教练', function: 'people' } as const;
    const made = await sharing.ask(resourceContract.create, { ...own, businesses: ['culture'] }, trainer);
    expect(made).toMatchObject({ owner: own.owner, ownerUnionId: owner.id, version: 1 });
    const edit = { resourceId: made.id, capacity: 20 };
    await expect(sharing.ask(resourceContract.edit, edit, trainer, { ifMatch: 1 })).resolves.toMatchObject({
      capacity: 20,
    });
  });

  it('is edited by the version that was seen; what is left out stays, null goes', async () => {
    const made = await hall(lending, { capacity: 80, district: '武昌区' });
    const edit = { resourceId: made.id, district: null, turnaroundMinutes: 15 };
    const { sharing, ownerOfficer } = lending;
    await expect(sharing.ask(resourceContract.edit, edit, ownerOfficer)).rejects.toMatchObject({
      code: 'VERSION_REQUIRED',
    });
    const edited = await sharing.ask(resourceContract.edit, edit, ownerOfficer, { ifMatch: 1 });
    expect(edited).toMatchObject({ district: null, capacity: 80, turnaroundMinutes: 15, version: 2 });
    await expect(
      sharing.ask(resourceContract.edit, edit, ownerOfficer, { ifMatch: 1 }),
    ).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
  });

  it('has parts that have none', async () => {
    const whole = await hall(lending);
    const part = await hall(lending, { partOfId: whole.id });
    await expect(hall(lending, { partOfId: part.id })).rejects.toMatchObject({ code: 'PART_OF_PART' });
    const parts = await lending.sharing.ask(resourceContract.list, { partOf: whole.id }, lending.member);
    expect(parts.items.map(({ id }) => id)).toEqual([part.id]);
  });

  it('that is withdrawn is neither listed nor lent', async () => {
    const made = await hall(lending, { title: '旧礼堂' });
    await grantFor(lending, made.id);
    const edit = { resourceId: made.id, active: false };
    await lending.sharing.ask(resourceContract.edit, edit, lending.ownerOfficer, { ifMatch: 1 });
    await expect(borrow(lending, made.id)).rejects.toMatchObject({ code: 'RESOURCE_WITHDRAWN' });
    expect((await lending.sharing.ask(resourceContract.list, { q: '旧礼堂' }, lending.member)).items).toEqual(
      [],
    );
  });

  it.each([
    ['音乐', ['市民音乐厅']],
    ['厅', ['市民音乐厅', '多功能厅甲']],
    ['乐市', []], // the characters occur, but not side by side
    ['ＣＤ', ['cd 播放机']],
    ['功能 甲', ['多功能厅甲']],
    ['%', ['cd 播放机', '市民音乐厅', '多功能厅甲']], // nothing to look for
  ])('is found by 「%s」', async (q, titles) => {
    for (const title of ['市民音乐厅', '多功能厅甲', 'cd 播放机']) {
      await hall(lending, { title, description: `检索 ${title}`, function: 'service' });
    }
    const found = await lending.sharing.ask(
      resourceContract.list,
      { q, function: 'service', limit: 200 },
      lending.member,
    );
    expect([...new Set(found.items.map(({ title }) => title))].sort()).toEqual([...titles].sort());
  });

  it('is listed newest first by function and business, a page at a time', async () => {
    for (const title of ['甲', '乙', '丙']) {
      await hall(lending, { title, function: 'management', businesses: ['publicity', 'culture'] });
    }
    const filter = { function: 'management', business: 'publicity', limit: 2 } as const;
    const first = await lending.sharing.ask(resourceContract.list, filter, lending.member);
    const cursor = first.nextCursor ?? '';
    const next = await lending.sharing.ask(resourceContract.list, { ...filter, cursor }, lending.member);
    expect([...first.items, ...next.items].map(({ title }) => title)).toEqual(['丙', '乙', '甲']);
    expect(next.nextCursor).toBeNull();
  });
});

describe('availability', () => {
  it('E119: is times without names, cut to the window, joined where they touch', async () => {
    const { id } = await hall(lending);
    await grantFor(lending, id);
    const day = (start: string, end: string) => ({ startsAt: at(2, start), endsAt: at(2, end) });
    await borrow(lending, id, day('08:00', '10:00'));
    await borrow(lending, id, day('10:00', '11:00'));
    await borrow(lending, id, day('14:00', '16:00'));
    const window = { resourceId: id, from: at(2, '09:00'), to: at(2, '15:00') };
    const view = await lending.sharing.ask(resourceContract.availability, window, lending.member);
    const utc = (time: string): string => `2026-12-02T${time}:00.000Z`;
    expect(view).toEqual({
      resourceId: id,
      active: true,
      counting: 'one',
      quantity: 1,
      closed: [],
      overnight: false,
      busy: [
        { from: utc('01:00'), to: utc('03:00') }, // 09:00–11:00 in China
        { from: utc('06:00'), to: utc('07:00') }, // 14:00–15:00
      ],
      steps: [
        { from: utc('01:00'), to: utc('03:00'), free: 0 },
        { from: utc('03:00'), to: utc('06:00'), free: 1 },
        { from: utc('06:00'), to: utc('07:00'), free: 0 },
      ],
    });
  });

  it('of a whole counts its parts', async () => {
    const whole = await hall(lending);
    const part = await hall(lending, { partOfId: whole.id });
    await grantFor(lending, part.id);
    await borrow(lending, part.id);
    const window = { resourceId: whole.id, from: at(1, '00:00'), to: at(2, '00:00') };
    const view = await lending.sharing.ask(resourceContract.availability, window, lending.member);
    expect(view.busy).toHaveLength(1);
  });
});

describe('a time out of service', () => {
  it('is listed until it is over, the next first, a page at a time; a loan is none', async () => {
    const { sharing, ownerOfficer } = lending;
    const { id: resourceId } = await hall(lending);
    await grantFor(lending, resourceId);
    await borrow(lending, resourceId, { startsAt: at(5, '10:00'), endsAt: at(5, '12:00') });
    const over = { from: '2026-01-05T00:00:00+08:00', to: '2026-01-06T00:00:00+08:00', reason: '旧检修' };
    const second = { from: at(7, '00:00'), to: at(8, '00:00'), reason: '音响维修' };
    const first = { from: at(3, '00:00'), to: at(4, '00:00'), reason: '检修' };
    for (const time of [over, second, first]) {
      await sharing.ask(resourceContract.block, { resourceId, ...time }, ownerOfficer);
    }
    const list = { resourceId, limit: 1 };
    const page = await sharing.ask(resourceContract.listBlocks, list, ownerOfficer);
    const next = await sharing.ask(
      resourceContract.listBlocks,
      { ...list, cursor: page.nextCursor ?? '' },
      ownerOfficer,
    );
    expect([...page.items, ...next.items].map(({ reason }) => reason)).toEqual(['检修', '音响维修']);
    expect(next.nextCursor).toBeNull();
  });

  it('is found by an index', async () => {
    const { sharing, ownerOfficer } = lending;
    const { id: resourceId } = await hall(lending);
    const recorded = await recordQueries(sharing.dataSource, () =>
      sharing.ask(resourceContract.listBlocks, { resourceId }, ownerOfficer),
    );
    const [query, ...others] = recorded.filter(({ sql }) => sql.includes('"booking"'));
    expect(others).toEqual([]);
    expect(await explainsWithoutSeqScan(sharing.dataSource, query?.sql ?? '', query?.params)).toEqual([]);
  });
});

describe('a grant', () => {
  it('waits for a union that is not known here yet', async () => {
    const { id } = await hall(lending);
    const unknown = grantFor(lending, id, { to: { kind: 'subtree', unionId: newId() } });
    await expect(unknown).rejects.toMatchObject({ code: 'REFERENCE_PENDING' });
  });

  it('is listed newest first, also when it is revoked', async () => {
    const { id } = await hall(lending);
    const first = await grantFor(lending, id);
    const second = await grantFor(lending, id, { price: { kind: 'costShare', text: '水电分摊' } });
    const revoke = { resourceId: id, grantId: first.id };
    await lending.sharing.ask(resourceContract.revokeGrant, revoke, lending.ownerOfficer);
    const { items } = await lending.sharing.ask(
      resourceContract.listGrants,
      { resourceId: id },
      lending.member,
    );
    expect(items.map(({ id: grantId, revokedAt }) => [grantId, revokedAt !== null])).toEqual([
      [second.id, false],
      [first.id, true],
    ]);
  });
});

describe('who may do what with a resource', () => {
  const contracts = ['create', 'edit', 'block', 'listBlocks', 'unblock', 'grant', 'revokeGrant'] as const;

  it.each(contracts)('%s: only the officers of the owner', async (name) => {
    const { sharing, owner, member, borrowerOfficer, ownerOfficer } = lending;
    const { id: resourceId } = await hall(lending);
    const { id: grantId } = await grantFor(lending, resourceId);
    const period = { from: at(3, '00:00'), to: at(4, '00:00') };
    const block = await sharing.ask(
      resourceContract.block,
      { resourceId, ...period, reason: '检修' },
      ownerOfficer,
    );
    const requests = {
      create: {
        owner: { kind: 'union', id: owner.id },
        title: '球场',
        function: 'facility',
        businesses: ['culture'],
      },
      edit: { resourceId, title: '新名' },
      block: { resourceId, from: at(4, '00:00'), to: at(5, '00:00'), reason: '检修' },
      listBlocks: { resourceId },
      unblock: { resourceId, blockId: block.id },
      grant: {
        resourceId,
        to: { kind: 'everyone' },
        from: at(1, '00:00'),
        until: at(2, '00:00'),
        approval: 'automatic',
        price: { kind: 'free' },
      },
      revokeGrant: { resourceId, grantId },
    };
    const ask = (actor: Actor | null) =>
      sharing.ask(resourceContract[name] as typeof resourceContract.edit, requests[name] as never, actor, {
        ifMatch: 1,
      });
    await expect(ask(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(ask(member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(ask(borrowerOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(ask(ownerOfficer)).resolves.toBeDefined();
  });

  it.each(['get', 'list', 'availability', 'listGrants'] as const)(
    '%s: everyone who is signed in',
    async (name) => {
      const { id: resourceId } = await hall(lending);
      const request = { resourceId, from: at(1, '00:00'), to: at(2, '00:00') };
      const ask = (actor: Actor | null) =>
        lending.sharing.ask(resourceContract[name] as typeof resourceContract.get, request, actor);
      await expect(ask(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
      for (const actor of [lending.member, lending.otherOfficer, lending.ownerOfficer]) {
        await expect(ask(actor)).resolves.toBeDefined();
      }
    },
  );
});
