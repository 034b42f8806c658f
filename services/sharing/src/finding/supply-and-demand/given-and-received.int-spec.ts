import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAndReceivedContract } from '@gongxiang/contracts/sharing/finding/given-and-received.contract';
import { needContract } from '@gongxiang/contracts/sharing/lending/need.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { actorWith } from '@gongxiang/testing';
import { knownUnion } from '../../sharing.fixture.js';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { Stage } from '../../seats/registration/registration.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});

afterAll(() => lending.sharing.stop());

const period = { from: at(1, '00:00'), to: '2027-02-01T00:00:00+08:00' };
const nothing = { loans: 0, hours: 0, seats: 0 };

describe('what is given and received', () => {
  it('is what was lent, and who came, month by month and partner by partner', async () => {
    const { sharing, owner, borrower, other } = lending;
    const room = await hall(lending);
    await grantFor(lending, room.id);
    await borrow(lending, room.id); // 2 hours
    await borrow(lending, room.id, { startsAt: at(5, '08:00'), endsAt: at(5, '11:00') }); // 3 hours
    const january = { startsAt: '2027-01-04T08:00:00+08:00', endsAt: '2027-01-04T12:00:00+08:00' };
    await borrow(lending, room.id, { ...january, borrowerUnionId: other.id }, lending.otherOfficer); // 4 hours
    const early = { startsAt: '2027-02-01T00:00:00+08:00', endsAt: '2027-02-01T02:00:00+08:00' };
    await borrow(lending, room.id, early); // the first excluded instant
    await came(borrower.id, owner.id, 3);
    await came(borrower.id, borrower.id, 9); // one's own members are no gift
    const ask = { unionId: owner.id, ...period };
    const account = await sharing.ask(givenAndReceivedContract.get, ask, lending.ownerOfficer);
    expect(account).toMatchObject({
      given: { loans: 3, hours: 9, seats: 0 }, // 2 + 3 + 4
      received: { ...nothing, seats: 3 },
      partners: [
        { unionId: borrower.id, given: { loans: 2, hours: 5, seats: 0 }, received: { ...nothing, seats: 3 } },
        { unionId: other.id, given: { loans: 1, hours: 4, seats: 0 }, received: nothing },
      ],
      partnersLeftOut: 0,
      months: [
        { month: '2026-12', given: { loans: 2, hours: 5, seats: 0 }, received: { ...nothing, seats: 3 } },
        { month: '2027-01', given: { loans: 1, hours: 4, seats: 0 }, received: nothing },
      ],
    });
    const otherSide = { unionId: borrower.id, ...period };
    const mirrored = await sharing.ask(givenAndReceivedContract.get, otherSide, lending.borrowerOfficer);
    expect(mirrored).toMatchObject({
      given: { ...nothing, seats: 3 },
      received: { loans: 2, hours: 5, seats: 0 },
    });
  });

  it('names pairs to those who hold an office on a side, and sums the others up', async () => {
    const { sharing, owner, borrower, other } = lending;
    const graph = (actor: typeof lending.member) =>
      sharing.ask(givenAndReceivedContract.graph, period, actor);
    const whole = await graph(actorWith({ roles: [['officer', owner.id, '1.']] }));
    expect(
      whole.edges.map(({ fromId, toId, loans, hours, seats }) => [fromId, toId, loans, hours, seats]),
    ).toEqual([
      [owner.id, borrower.id, 2, 5, 0],
      [owner.id, other.id, 1, 4, 0],
      [borrower.id, owner.id, 0, 0, 3],
    ]);
    expect(whole.rest).toEqual({ pairs: 0, ...nothing });
    const part = await graph(lending.otherOfficer);
    expect(part.edges.map(({ fromId, toId }) => [fromId, toId])).toEqual([[owner.id, other.id]]);
    expect(part.rest).toEqual({ pairs: 2, loans: 2, hours: 5, seats: 3 });
    expect(await graph(lending.member)).toEqual({
      edges: [],
      rest: { pairs: 3, loans: 3, hours: 9, seats: 3 },
    });
  });

  it('is summed up by the unions directly below, and by month', async () => {
    const { sharing, owner, borrower, other, ownerOfficer } = lending;
    const root = await knownUnion(sharing, '1.');
    const of = (unionId: string, actor: typeof lending.member) =>
      sharing.ask(givenAndReceivedContract.below, { unionId, ...period }, actor);
    const whole = await of(root.id, actorWith({ roles: [['officer', root.id, '1.']] }));
    const lineOf = (id: string) => whole.unions.find(({ unionId }) => unionId === id);
    expect(lineOf(owner.id)).toMatchObject({ activities: 0, attendances: 0, lent: 3, borrowed: 0 });
    expect(lineOf(borrower.id)).toMatchObject({ activities: 2, attendances: 12, lent: 0, borrowed: 2 });
    expect(lineOf(other.id)).toMatchObject({ activities: 0, attendances: 0, lent: 0, borrowed: 1 });
    expect(whole.unions[0]).toMatchObject({ unionId: root.id, activities: 0, lent: 0 });
    expect(whole.months).toEqual([
      { month: '2026-12', activities: 2, attendances: 12, lent: 2 },
      { month: '2027-01', activities: 0, attendances: 0, lent: 1 },
    ]);
    const alone = await of(owner.id, ownerOfficer);
    expect(alone.unions).toHaveLength(1);
    for (const actor of [lending.member, lending.otherOfficer])
      await expect(of(owner.id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is told to anyone as one sum of the last 365 days, without a name', async () => {
    const { sharing } = lending;
    const now = sharing.clock.now();
    const seen = async (on: string) => {
      sharing.clock.set(new Date(on));
      return sharing.ask(givenAndReceivedContract.figures, {}, null);
    };
    try {
      const before = await seen(at(1, '00:00'));
      expect(before).toMatchObject({ activities: 0, attendances: 0, loans: 0, hours: 0 });
      await sharing.dataSource.query(
        `UPDATE activity SET state = 'closed', closed_at = ends_at, facts_hash = 'x', fact_count = 1`,
      );
      // The loan of February is among those that have begun; who came to their own union's activity counts as well.
      const after = await seen('2027-02-02T00:00:00+08:00');
      expect(after).toMatchObject({ activities: 2, attendances: 12, loans: 4, hours: 11 });
      expect(Object.keys(after).sort()).toEqual(['activities', 'attendances', 'hours', 'loans', 'since']);
      expect(await seen('2028-03-01T00:00:00+08:00')).toMatchObject({ activities: 0, loans: 0 });
    } finally {
      sharing.clock.set(now);
    }
  });

  it('is not there for whoever holds no office at the union or above it', async () => {
    const { sharing, owner } = lending;
    const ask = { unionId: owner.id, ...period };
    for (const actor of [lending.member, lending.otherOfficer]) {
      await expect(sharing.ask(givenAndReceivedContract.get, ask, actor)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(
        sharing.ask(givenAndReceivedContract.suggest, { unionId: owner.id }, actor),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('what to offer next', () => {
  it('is what others seek of the kind one owns, then what stands idle', async () => {
    const { sharing, owner, borrower, ownerOfficer } = lending;
    const trainer = await hall(lending, { title: '教练', function: 'people', businesses: ['culture'] });
    const withdrawn = await hall(lending, { title: '旧厅', function: 'facility', district: '青山区' });
    await sharing.ask(resourceContract.edit, { resourceId: withdrawn.id, active: false }, ownerOfficer, {
      ifMatch: withdrawn.version,
    });
    const law = await hall(lending, { title: '法律咨询', function: 'service', businesses: ['safeguarding'] });
    await grantFor(lending, law.id);
    const seek = (ofFunction: 'people' | 'facility', business: 'culture' | 'education', district: string) =>
      sharing.ask(
        needContract.post,
        {
          party: { kind: 'union', id: borrower.id },
          title: '找',
          wants: [{ function: ofFunction, business }],
          headcount: 20,
          district,
          windows: [{ from: '2036-12-01T09:00:00+08:00', to: '2036-12-01T12:00:00+08:00' }],
        },
        lending.borrowerOfficer,
      );
    await seek('people', 'culture', '武昌区');
    await seek('people', 'culture', '青山区');
    await seek('people', 'education', '武昌区'); // another business
    await seek('facility', 'culture', '青山区');
    sharing.clock.advance(100 * 86_400_000);
    const { items } = await sharing.ask(
      givenAndReceivedContract.suggest,
      { unionId: owner.id },
      ownerOfficer,
    );
    const received = items
      .filter(({ resourceId }) => [trainer.id, withdrawn.id, law.id].includes(resourceId))
      .map(({ title, advice, needs }) => [title, advice, needs]);
    expect(received).toEqual([
      ['教练', 'grant', 2],
      ['旧厅', 'offerAgain', 1],
      ['法律咨询', 'idle', 0],
    ]);
  });
});

/** So many people of a union at an activity of another, on the 3rd. */
async function came(hostId: string, guestUnionId: string, heads: number): Promise<void> {
  const { sharing } = lending;
  const stage = new Stage(sharing);
  const host = { id: hostId, path: '1.2.', officer: lending.borrowerOfficer };
  const startsAt = new Date(at(3, '09:00'));
  const activityId = await stage.activity(host, { startsAt, endsAt: new Date(at(3, '12:00')) });
  await stage.attend(activityId, { unionId: guestUnionId, heads, at: startsAt });
}
