import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awaitEvents, type AwaitsState, type AwaitState } from '@gongxiang/contracts/notification/awaits';
import { noticeContract } from '@gongxiang/contracts/notification/notice.contract';
import { waitingContract, type WaitingPage } from '@gongxiang/contracts/notification/waiting.contract';
import {
  membershipEvents,
  type RoleGrantState,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { type DelegationStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import type { Matter } from '@gongxiang/contracts/words/matter';
import { type Actor, dayMs, hourMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { startNotification } from '../../notification.fixture.js';

let notification: ServiceFixture;

beforeAll(async () => {
  notification = await startNotification();
});
afterAll(() => notification.stop());

const waiting = (person: Actor, filter: object = {}): Promise<WaitingPage> =>
  notification.ask(waitingContract.list, filter, person);

function one(more: Partial<AwaitState> = {}): AwaitState {
  return {
    kind: 'loanRequested',
    slot: '',
    why: 'lends',
    personIds: [],
    offices: null,
    about: { loanId: newId() },
    title: '投影仪',
    values: { partyName: '滨江工会', startsAt: '2026-11-21T01:00:00Z' },
    timeZone: 'Asia/Shanghai',
    dueAt: null,
    ...more,
  };
}

const atOffice = (unionId: string, more: Partial<NonNullable<AwaitState['offices']>> = {}) =>
  one({ offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds: [], ...more } });

let version = 0;
const thing = (): Pick<AwaitsState, 'subject' | 'id'> => ({ subject: 'loan', id: newId() });
async function tell(
  about: Pick<AwaitsState, 'subject' | 'id'>,
  ...awaits: AwaitState[]
): Promise<AwaitsState> {
  version += 1;
  const told = { ...about, version, awaits };
  await notification.emit(awaitEvents.sharing, told);
  return told;
}

async function union(path: string): Promise<string> {
  const id = newId();
  const none = { parentId: null, uscc: null, enterpriseId: null, sizeClass: null };
  const state: UnionState = { ...none, id, version: 1, path, name: `工会 ${path}`, active: true };
  await notification.emit(membershipEvents.unionChanged, state);
  return id;
}

async function grant(
  person: Actor,
  unionId: string,
  more: Partial<RoleGrantState> = {},
): Promise<RoleGrantState> {
  const held = { id: newId(), version: 1, role: 'officer' as const, revokedAt: null };
  const role: RoleGrantState = { ...held, personId: person.personId, unionId, ...more };
  await notification.emit(membershipEvents.roleChanged, role);
  return role;
}

const untilWaiting = (person: Actor, total: number): Promise<WaitingPage> =>
  eventually(async () => {
    const page = await waiting(person);
    expect([page.total, page.items.length]).toEqual([total, total]);
    return page;
  });

describe('what waits', () => {
  it('stands with whom it waits for, is notified, and is gone with its notice once it is done', async () => {
    const person = actorWith({});
    const heard = await hearHints(notification.nats);
    const about = thing();
    const told = one({ personIds: [person.personId], dueAt: '2026-11-21T01:00:00.000Z' });
    await tell(about, told);
    const { items, counts } = await untilWaiting(person, 1);
    expect(items[0]).toMatchObject({
      kind: 'loanRequested',
      heading: '有人申请借用',
      title: '投影仪',
      act: '批准或拒绝',
      link: `/loans/${told.about['loanId']}`,
      unionName: null,
      dueAt: '2026-11-21T01:00:00.000Z',
      amount: null,
      direction: null,
    });
    expect(counts).toEqual([{ kind: 'loanRequested', heading: '有人申请借用', count: 1 }]);
    const unread = async () => (await notification.ask(noticeContract.list, {}, person)).unread;
    expect(await unread()).toBe(1);
    await tell(about);
    await untilWaiting(person, 0);
    expect(await unread()).toBe(0);
    await eventually(() =>
      expect(
        heard.filter(({ resource, personId }) => resource === 'waiting' && personId === person.personId),
      ).toHaveLength(2),
    );
  });

  it('is told once, however often it changes, and says what it says now', async () => {
    const person = actorWith({});
    const about = thing();
    await tell(about, one({ personIds: [person.personId] }));
    await untilWaiting(person, 1);
    await tell(about, one({ personIds: [person.personId], title: '音响' }));
    await eventually(async () => expect((await waiting(person)).items[0]).toMatchObject({ title: '音响' }));
    expect((await notification.ask(noticeContract.list, {}, person)).items).toHaveLength(1);
  });

  it('does not come back with an event that is late', async () => {
    const person = actorWith({});
    const about = thing();
    const late = { ...about, version: ++version, awaits: [one({ personIds: [person.personId] })] };
    await tell(about);
    const marker = actorWith({});
    await notification.emit(awaitEvents.sharing, late);
    await tell(thing(), one({ personIds: [marker.personId] }));
    await untilWaiting(marker, 1);
    expect((await waiting(person)).total).toBe(0);
  });

  it('is listed with what is due first, page by page', async () => {
    const person = actorWith({});
    const due = ['2026-11-23', null, '2026-11-22', '2026-11-21'];
    for (const day of due)
      await tell(
        thing(),
        one({ personIds: [person.personId], dueAt: day && `${day}T00:00:00.000Z`, title: day }),
      );
    await untilWaiting(person, 4);
    const first = await waiting(person, { limit: 3 });
    expect(first.items.map(({ title }) => title)).toEqual(['2026-11-21', '2026-11-22', '2026-11-23']);
    const next = await waiting(person, { limit: 3, cursor: first.nextCursor });
    expect(next.items.map(({ title }) => title)).toEqual([null]);
    expect((await waiting(person, { kind: 'extensionAsked' })).items).toEqual([]);
  });
});

describe('the deadline of what waits', () => {
  const headings = async (person: Actor): Promise<string[]> => {
    const { items } = await notification.ask(noticeContract.list, { unread: true }, person);
    return items.map(({ heading }) => heading);
  };
  const untilTold = (person: Actor, ...expected: string[]): Promise<void> =>
    eventually(async () => expect(await headings(person)).toEqual(expected));

  it('is reminded of a day before and once it has passed, as long as it waits', async () => {
    const now = notification.clock.now().getTime();
    const dueAt = new Date(now + 10 * dayMs).toISOString();
    const [person, other] = [actorWith({}), actorWith({})];
    const about = thing();
    await tell(about, one({ personIds: [person.personId], dueAt }));
    const early = thing();
    await tell(early, one({ personIds: [other.personId], dueAt }));
    await untilTold(person, '有人申请借用');
    await untilTold(other, '有人申请借用');
    await tell(early);
    await untilTold(other);
    notification.clock.set(new Date(now + 9 * dayMs + 1));
    await untilTold(person, '快到期：有人申请借用', '有人申请借用');
    notification.clock.set(new Date(now + 10 * dayMs + hourMs));
    await untilTold(person, '已过期限：有人申请借用', '快到期：有人申请借用', '有人申请借用');
    await tell(about);
    await untilTold(person);
    expect(await headings(other)).toEqual([]);
  });

  it('is not reminded of where its service does', async () => {
    const dueAt = new Date(notification.clock.now().getTime() + 4 * dayMs);
    const person = actorWith({});
    const pay = one({ kind: 'paymentToSend', about: { paymentId: newId() }, personIds: [person.personId] });
    await tell(thing(), { ...pay, dueAt: dueAt.toISOString() });
    await untilWaiting(person, 1);
    expect(
      await notification.dataSource.query(
        `SELECT FROM due d JOIN await_person p ON p.await_id::text = d.key
        WHERE p.person_id = $1`,
        [person.personId],
      ),
    ).toEqual([]);
  });

  it('that is moved is reminded of at its new time', async () => {
    const now = notification.clock.now().getTime();
    const person = actorWith({});
    const about = thing();
    const until = (days: number) =>
      one({ personIds: [person.personId], dueAt: new Date(now + days * dayMs).toISOString() });
    await tell(about, until(4));
    await tell(about, until(8));
    await untilTold(person, '有人申请借用');
    notification.clock.set(new Date(now + 5 * dayMs));
    const marker = actorWith({});
    await tell(thing(), one({ personIds: [marker.personId] }));
    await untilTold(marker, '有人申请借用');
    expect(await headings(person)).toEqual(['有人申请借用']);
    notification.clock.set(new Date(now + 7 * dayMs + 1));
    await untilTold(person, '快到期：有人申请借用', '有人申请借用');
  });
});

describe('what waits for an office', () => {
  it('waits for who holds it now, not for whom it does not concern', async () => {
    const unionId = await union('7.');
    const [officer, asker, other] = [actorWith({}), actorWith({}), actorWith({})];
    await grant(officer, unionId);
    await grant(asker, unionId);
    await grant(other, unionId, { role: 'organiser' });
    await tell(thing(), atOffice(unionId, { exceptIds: [asker.personId] }));
    const { items } = await untilWaiting(officer, 1);
    expect(items[0]).toMatchObject({ unionName: '工会 7.' });
    expect([(await waiting(asker)).total, (await waiting(other)).total]).toEqual([0, 0]);
    const late = actorWith({});
    await grant(late, unionId);
    await untilWaiting(late, 1);
  });

  it('goes to the nearest union above that has somebody, and back once there is somebody', async () => {
    const [above, below] = [await union('8.'), await union('8.1.')];
    const [chair, later] = [actorWith({}), actorWith({})];
    const role = await grant(chair, above);
    await tell(thing(), atOffice(below));
    const { items } = await untilWaiting(chair, 1);
    expect(items[0]).toMatchObject({ unionName: '工会 8.1.' });
    const granted = await grant(later, below);
    await untilWaiting(later, 1);
    await untilWaiting(chair, 0);
    await grant(later, below, { ...granted, version: 2, revokedAt: '2026-11-20T00:00:00.000Z' });
    await untilWaiting(chair, 1);
    await grant(chair, above, { ...role, version: 2, revokedAt: '2026-11-20T00:00:00.000Z' });
    await untilWaiting(chair, 0);
  });

  it('stays at that union where nobody above is meant', async () => {
    const [above, below] = [await union('9.'), await union('9.1.')];
    const [chair, officer] = [actorWith({}), actorWith({})];
    await grant(chair, above);
    await tell(thing(), atOffice(below, { isNearest: false }));
    await grant(officer, below);
    await untilWaiting(officer, 1);
    expect((await waiting(chair)).total).toBe(0);
  });
});

describe('who comes into an office later', () => {
  const headings = async (person: Actor): Promise<(string | undefined)[]> => {
    const { items } = await notification.ask(noticeContract.list, {}, person);
    return items.map(({ heading, lines }) => (heading === '有事等您处理' ? lines[0] : heading));
  };
  const untilTold = (person: Actor, ...expected: string[]): Promise<void> =>
    eventually(async () => expect(await headings(person)).toEqual(expected));
  const together = (): void => notification.clock.advance(30_000);
  /** What came with it may be heard late: time goes on until it was. */
  const untilToldTogether = (person: Actor, ...expected: string[]): Promise<void> =>
    eventually(async () => {
      together();
      expect(await headings(person)).toEqual(expected);
    });
  const many = (count: number) => `有 ${count} 件事等您处理，在您来之前就在等，都列在“等我办理”里。`;

  it('learns once of all that waits for it, and of nothing twice', async () => {
    const unionId = await union('60.');
    const [early, late] = [actorWith({}), actorWith({})];
    await grant(early, unionId);
    await tell(thing(), atOffice(unionId));
    await untilWaiting(early, 1);
    await tell(thing(), atOffice(unionId));
    await tell(thing(), atOffice(unionId, { exceptIds: [late.personId] }));
    await untilWaiting(early, 3);
    const role = await grant(late, unionId);
    await grant(late, unionId, { role: 'organiser' });
    await untilWaiting(late, 2);
    expect(await headings(late)).toEqual([]);
    await untilToldTogether(late, many(2));
    // What begins from now on says so itself; another role brings nothing new.
    await tell(thing(), atOffice(unionId));
    await untilTold(late, '有人申请借用', many(2));
    await grant(late, unionId, { ...role, version: 2 });
    await grant(late, unionId, { role: 'finance' });
    await untilWaiting(late, 3);
    together();
    const marker = actorWith({});
    await grant(marker, unionId);
    await untilWaiting(marker, 4);
    await untilToldTogether(marker, many(4));
    expect(await headings(late)).toEqual(['有人申请借用', many(2)]);
    expect(await headings(early)).toHaveLength(4);
  });

  it('is told of one thing in its own words', async () => {
    const unionId = await union('61.');
    await tell(thing(), atOffice(unionId));
    const late = actorWith({});
    await grant(late, unionId);
    await untilWaiting(late, 1);
    await untilToldTogether(late, '有人申请借用');
  });

  it('learns as well of what comes to the nearest office above when nobody is left below', async () => {
    const [above, below] = [await union('62.'), await union('62.1.')];
    const [chair, officer] = [actorWith({}), actorWith({})];
    await grant(chair, above);
    const role = await grant(officer, below);
    await tell(thing(), atOffice(below));
    await tell(thing(), atOffice(below));
    await untilWaiting(officer, 2);
    await grant(officer, below, { ...role, version: 2, revokedAt: '2026-11-20T00:00:00.000Z' });
    await untilWaiting(chair, 2);
    await untilToldTogether(chair, many(2));
  });

  it('learns of nothing where the role is taken back at once, or what waits is done', async () => {
    const unionId = await union('63.');
    const [about, other] = [thing(), thing()];
    await tell(about, atOffice(unionId));
    await tell(other, atOffice(unionId));
    const [early, gone, late] = [actorWith({}), actorWith({}), actorWith({})];
    await grant(early, unionId);
    await untilWaiting(early, 2);
    const role = await grant(gone, unionId);
    await grant(gone, unionId, { ...role, version: 2, revokedAt: '2026-11-20T00:00:00.000Z' });
    await grant(late, unionId);
    await untilWaiting(late, 2);
    await tell(about);
    await untilWaiting(late, 1);
    await untilToldTogether(late, '有人申请借用');
    expect(await headings(gone)).toEqual([]);
  });

  it('finds what was about to be stored when they came', async () => {
    const unionId = await union('64.');
    const late = actorWith({});
    const runner = notification.dataSource.createQueryRunner();
    const waitsForLock = (type: string) =>
      eventually(async () => {
        const [row] = (await runner.query(
          `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND locktype = $1
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
          [type],
        )) as { count: number }[];
        expect(row?.count).toBeGreaterThan(0);
      });
    await runner.startTransaction();
    await runner.query('LOCK TABLE await_matter IN SHARE MODE'); // what is stored after the place was looked up
    await tell(thing(), atOffice(unionId));
    await waitsForLock('relation');
    await grant(late, unionId);
    await waitsForLock('advisory');
    await runner.commitTransaction();
    await runner.release();
    await untilWaiting(late, 1);
  });

  it('a person who takes the place of another in what lasts is told of it', async () => {
    const [first, second] = [actorWith({}), actorWith({})];
    const about = thing();
    await tell(about, one({ personIds: [first.personId] }));
    await untilWaiting(first, 1);
    await tell(about, one({ personIds: [second.personId] }));
    await untilWaiting(second, 1);
    await untilToldTogether(second, '有人申请借用');
    expect(await headings(first)).toHaveLength(1);
  });
});

describe('what waits in a matter', () => {
  const club = (): Matter => ({ kind: 'club', id: newId() });

  async function delegate(
    person: Actor,
    { kind, id }: Matter,
    more: Partial<DelegationStateData> = {},
  ): Promise<DelegationStateData> {
    const inForce = { id: newId(), version: 1, validTo: null, revokedAt: null };
    const state = { ...inForce, matterKind: kind, matterId: id, personId: person.personId, ...more };
    await notification.emit(sharingEvents.delegationChanged, state);
    return state;
  }

  const notices = async (person: Actor): Promise<number> =>
    (await notification.ask(noticeContract.list, {}, person)).items.length;

  it('waits for those to whom it is delegated as for the office, and for each once', async () => {
    const unionId = await union('6.');
    const matter = club();
    const [officer, leader, both, asker] = [actorWith({}), actorWith({}), actorWith({}), actorWith({})];
    for (const one of [officer, both]) await grant(one, unionId);
    for (const one of [leader, both, asker]) await delegate(one, matter);
    await delegate(leader, matter);
    const about = thing();
    await tell(about, atOffice(unionId, { exceptIds: [asker.personId], matters: [matter, club()] }));
    for (const one of [officer, leader, both]) expect((await untilWaiting(one, 1)).counts[0]?.count).toBe(1);
    // Some may have been heard of only after it began.
    notification.clock.advance(30_000);
    for (const one of [officer, leader, both])
      await eventually(async () => expect(await notices(one)).toBe(1));
    expect([(await waiting(asker)).total, await notices(asker)]).toEqual([0, 0]);
    await tell(about);
    for (const one of [officer, leader, both]) await untilWaiting(one, 0);
  });

  it('waits for a person with those who act in their name, and for nobody when neither is left', async () => {
    const owner = actorWith({});
    const leader = actorWith({});
    const matter = { kind: 'person', id: owner.personId } as const;
    await delegate(leader, matter);
    const about = thing();
    const offices = { roles: [], unionIds: [], isNearest: true, exceptIds: [], matters: [matter] };
    await tell(about, one({ personIds: [owner.personId], offices }));
    await untilWaiting(leader, 1);
    await untilWaiting(owner, 1);
    await tell(about, one({ personIds: [owner.personId] }));
    await untilWaiting(leader, 0);
    await untilWaiting(owner, 1);
  });

  it('shows who acts from later on what waits already, until the end of it or until it is taken back', async () => {
    const heard = await hearHints(notification.nats);
    const matter = club();
    const [leader, deputy] = [actorWith({}), actorWith({})];
    const offices = { roles: [], unionIds: [], isNearest: true, exceptIds: [], matters: [matter] };
    await tell(thing(), one({ offices }));
    const given = await delegate(leader, matter);
    const validTo = new Date(notification.clock.now().getTime() + hourMs).toISOString();
    await delegate(deputy, matter, { validTo });
    await untilWaiting(leader, 1);
    await untilWaiting(deputy, 1);
    notification.clock.advance(30_000);
    await eventually(async () => expect([await notices(leader), await notices(deputy)]).toEqual([1, 1]));
    await eventually(() =>
      expect(
        heard.some(({ resource, personId }) => resource === 'waiting' && personId === leader.personId),
      ).toBe(true),
    );
    notification.clock.advance(hourMs);
    expect((await waiting(deputy)).total).toBe(0);
    await delegate(leader, matter, { ...given, version: 2, revokedAt: validTo });
    await untilWaiting(leader, 0);
  });
});

describe('what waits below a union', () => {
  const below = (unionId: string, actor: Actor) =>
    notification.ask(waitingContract.below, { unionId }, actor);

  it('is counted by the union directly below, what is overdue first, and never says what it is', async () => {
    const [federation, district, firm, idle] = await Promise.all(
      ['77.', '77.1.', '77.1.1.', '77.2.'].map((path) => union(path)),
    );
    const past = new Date(notification.clock.now().getTime() - dayMs).toISOString();
    const shared = thing();
    await tell(
      shared,
      { ...atOffice(firm ?? ''), dueAt: past, slot: 'a' },
      // One thing that asks two unions of a branch counts once there.
      { ...atOffice(firm ?? '', { unionIds: [firm ?? '', district ?? ''] }), slot: 'b' },
    );
    await tell(thing(), atOffice(federation ?? ''));
    await tell(thing(), one({ personIds: [newId()], dueAt: past })); // a person's own
    const officer = actorWith({ roles: [['officer', federation ?? '', '77.']] });
    const seen = await eventually(async () => {
      const view = await below(federation ?? '', officer);
      expect(view.unions).toHaveLength(2);
      return view;
    });
    expect(seen.unions).toEqual([
      { unionId: district, unionName: '工会 77.1.', waiting: 2, overdue: 1, overdueSince: past },
      { unionId: federation, unionName: '工会 77.', waiting: 1, overdue: 0, overdueSince: null },
    ]);
    expect(seen.overdue).toEqual([{ kind: 'loanRequested', heading: '有人申请借用', count: 1 }]);
    expect((await below(idle ?? '', officer)).unions).toEqual([]);
    const beside = actorWith({ roles: [['officer', idle ?? '', '77.2.']] });
    for (const actor of [beside, actorWith({})])
      await expect(below(district ?? '', actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
