import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  cancellationContract,
  type CancellationEffectView,
} from '@gongxiang/contracts/sharing/organising/cancellation.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import {
  activityRequest,
  draftOf,
  memberOf,
  publishedWithSeats,
  unionAt,
} from '../../activities/activity/activity.fixture.js';
import { hostedBy, versionInForce } from '../../activities/agreement/agreement.fixture.js';
import { DrawStage } from '../../seats/draw/draw.fixture.js';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  officerOf,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { noticesOf, untilNothingDue, untilNotified } from '../../reference/notice/notice.fixture.js';
import { knownRole } from '../../sharing.fixture.js';

let lending: Lending;
let sharing: ServiceFixture;
let stage: DrawStage;

beforeAll(async () => {
  lending = await startLending();
  sharing = lending.sharing;
  stage = new DrawStage(sharing);
});

afterAll(() => sharing.stop());

const effectOn = (activityId: string, actor: Actor): Promise<CancellationEffectView> =>
  sharing.ask(cancellationContract.preview, { activityId }, actor);

const cancel = (activityId: string, actor: Actor): Promise<ActivityView> =>
  sharing.ask(activityContract.cancel, { activityId, reason: '暴雨预警' }, actor);

const followed = (): Promise<void> =>
  untilNothingDue(sharing, 'activity-cancelled', 'cancelled-entrants', 'activity-news', 'activity-reminders');

describe('what a cancellation would do', () => {
  it('E91: is counted before it is done, and changes nothing', async () => {
    const union = await stage.union();
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 3, undefined, { offerHours: 2 });
    const [one, two, three] = (await stage.members(union, 3)) as [Actor, Actor, Actor];
    const first = await stage.register(activityId, one, 1); // 2 heads
    await stage.register(activityId, two); // the third seat
    await stage.register(activityId, three); // waits
    const before = await effectOn(activityId, union.officer);
    expect(before).toMatchObject({
      activityId,
      phase: 'full',
      problem: null,
      draw: null,
      loan: null,
      agreement: null,
      coHosts: [],
      seats: { confirmed: 2, companions: 1, held: 0, waiting: 1, checkedIn: 0 },
      notices: { participants: 3, entrants: 0, hosts: 0 },
    });
    // The first cancels and frees two seats; the waiting person is offered one of them.
    await stage.cancel(first, one);
    expect((await effectOn(activityId, union.officer)).seats).toEqual({
      confirmed: 1,
      companions: 0,
      held: 1,
      waiting: 0,
      checkedIn: 0,
    });
    expect((await effectOn(activityId, union.officer)).activityVersion).toBe(before.activityVersion);
  });

  it('names the hosts and what they have agreed, and whom an invitation still waits for', async () => {
    const [host, guest] = [await unionAt(sharing, '1.7.'), await unionAt(sharing, '1.8.')];
    const speaker = await knownRole(sharing, 'officer', guest.id);
    const { activity } = await hostedBy(sharing, [host, guest]);
    const agreement = await versionInForce(sharing, activity.id, [host, guest]);
    expect(await effectOn(activity.id, host.officer)).toMatchObject({
      phase: 'agreed',
      coHosts: [{ id: guest.id }],
      invitations: 0,
      endsPendingAgreement: false,
      agreement: { id: agreement.id, versionNumber: 1, parties: [{ name: host.name }, { name: guest.name }] },
      notices: { hosts: 1 },
    });
    await cancel(activity.id, host.officer);
    const notices = await untilNotified(sharing, actorWith({ personId: speaker }), activity.id, [
      'activityCancelled',
    ]);
    expect(notices).toMatchObject([{ why: 'hosts', values: { reason: '暴雨预警' } }]);
  });

  it('is shown to who may cancel it, also when it is too late', async () => {
    const union = await unionAt(sharing, '1.9.');
    const { id } = await draftOf(sharing, union);
    await expect(effectOn(id, memberOf(union))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(effectOn(newId(), union.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await publishedWithSeats(sharing, union, id);
    await expect(effectOn(id, memberOf(union))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await cancel(id, union.officer);
    expect(await effectOn(id, union.officer)).toMatchObject({
      phase: 'cancelled',
      problem: 'ACTIVITY_CANCELLED',
    });
  });
});

describe('the cancellation', () => {
  it('ends the draw at once and tells everybody once, also who has only entered it', async () => {
    const union = await stage.union();
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 1);
    const [seated, entered, gone] = (await stage.members(union, 3)) as [Actor, Actor, Actor];
    await stage.register(activityId, seated);
    const draw = await stage.opened(activityId, union);
    await stage.enter(draw, entered);
    await stage.enter(draw, gone);
    await stage.withdraw(draw, gone);
    expect(await effectOn(activityId, union.officer)).toMatchObject({
      draw: { id: draw.id, state: 'open', entries: 1 },
      notices: { participants: 1, entrants: 1 },
    });
    await cancel(activityId, union.officer);
    const [notice] = await untilNotified(sharing, entered, activityId, ['activityCancelled']);
    expect(notice).toMatchObject({ why: 'enteredDraw', values: { reason: '暴雨预警' } });
    await untilNotified(sharing, seated, activityId, ['activityCancelled']);
    expect((await stage.see(draw, entered)).cancelledAt).not.toBeNull();
    await followed();
    expect(await noticesOf(sharing, gone, activityId)).toEqual([]);
    // The draw's own due work is of other kinds.
    await eventually(async () =>
      expect(await sharing.dataSource.query(`SELECT 1 FROM due WHERE key = $1`, [draw.id])).toEqual([]),
    );
  });

  it('E35: leaves nobody an offer to accept, and sends no reminder', async () => {
    const union = await stage.union();
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 1, undefined, { offerHours: 2 });
    const [first, second] = (await stage.members(union, 2)) as [Actor, Actor];
    const seat = await stage.register(activityId, first);
    const offer = await stage.register(activityId, second);
    await stage.cancel(seat, first);
    await untilAwaits(sharing, 'sharing', offer.id, ['seatOffered']);
    await cancel(activityId, union.officer);
    await followed();
    await untilAwaits(sharing, 'sharing', offer.id, []);
    await expect(stage.accept(offer, second)).rejects.toMatchObject({ code: 'ACTIVITY_NOT_OPEN' });
    const after = await effectOn(activityId, union.officer);
    expect(after).toMatchObject({ seats: { held: 1 }, reminders: 0 }); // retained as the record of who was notified
  });

  it('frees the loan of the organiser, unless something else stands in it or another union borrows it', async () => {
    const { id: hallId } = await hall(lending);
    await grantFor(lending, hallId);
    const planned = async (loan: LoanView, union = lending.borrower): Promise<string> => {
      const times = { startsAt: loan.startsAt, endsAt: loan.endsAt };
      const place = { resourceId: hallId, loanId: loan.id };
      const request = activityRequest(union, { ...times, ...place });
      return (await sharing.ask(activityContract.create, request, officerOf(union))).id;
    };
    const stateOf = async ({ id: loanId }: LoanView): Promise<LoanView> =>
      sharing.ask(loanContract.get, { loanId }, lending.borrowerOfficer);
    const outcomeOf = async (id: string, actor: Actor): Promise<string | undefined> =>
      (await effectOn(id, actor)).loan?.outcome;

    const day = (date: number) => ({ startsAt: at(date, '10:00'), endsAt: at(date, '12:00') });
    const [alone, shared] = [await borrow(lending, hallId, day(1)), await borrow(lending, hallId, day(2))];
    const [only, one, other] = [await planned(alone), await planned(shared), await planned(shared)];
    const lenders = await planned(shared, lending.owner);
    expect(await outcomeOf(only, lending.borrowerOfficer)).toBe('freed');
    expect(await outcomeOf(one, lending.borrowerOfficer)).toBe('stays');
    expect(await outcomeOf(lenders, lending.ownerOfficer)).toBe('stays');

    await cancel(only, lending.borrowerOfficer);
    await cancel(one, lending.borrowerOfficer);
    await followed();
    expect(await stateOf(alone)).toMatchObject({
      state: 'cancelled',
      reasonCode: 'ACTIVITY_CANCELLED',
      reason: '暴雨预警',
    });
    expect(await stateOf(shared)).toMatchObject({ state: 'approved' });
    // The slot is free: it can be borrowed again.
    expect(await borrow(lending, hallId, day(1))).toMatchObject({ state: 'approved' });
    await cancel(lenders, lending.ownerOfficer);
    await cancel(other, lending.borrowerOfficer);
    await eventually(async () => expect(await stateOf(shared)).toMatchObject({ state: 'cancelled' }));
  });

  it('leaves a loan that is out to be given back', async () => {
    const { id: hallId } = await hall(lending);
    await grantFor(lending, hallId);
    const loan = await borrow(lending, hallId);
    const times = { startsAt: loan.startsAt, endsAt: loan.endsAt, loanId: loan.id };
    const request = activityRequest(lending.borrower, times);
    const { id } = await sharing.ask(activityContract.create, request, lending.borrowerOfficer);
    await sharing.ask(loanContract.handOver, { loanId: loan.id }, lending.ownerOfficer);
    expect((await effectOn(id, lending.borrowerOfficer)).loan).toMatchObject({ outcome: 'toReturn' });
    await cancel(id, lending.borrowerOfficer);
    await followed();
    const { state } = await sharing.ask(loanContract.get, { loanId: loan.id }, lending.ownerOfficer);
    expect(state).toBe('handedOver');
  });

  it('E29: counts who is inside already, each person once', async () => {
    const union = await stage.union();
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 5);
    const [member] = (await stage.members(union, 1)) as [Actor];
    const { id: registrationId } = await stage.register(activityId, member, 2);
    const scan = () => ({ operationId: newId(), at: sharing.clock.now().toISOString(), registrationId });
    const items = [scan(), scan()];
    await sharing.ask(checkInContract.checkIn, { activityId, items }, union.officer);
    expect((await effectOn(activityId, union.officer)).seats.checkedIn).toBe(1);
  });
});
