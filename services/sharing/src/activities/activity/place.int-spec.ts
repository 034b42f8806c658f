import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { type Actor, newId } from '@gongxiang/domain';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { activityRequest } from './activity.fixture.js';

let lending: Lending;
let hallId: string;
let loan: LoanView;

beforeAll(async () => {
  lending = await startLending();
  hallId = (await hall(lending)).id;
  await grantFor(lending, hallId);
  loan = await borrow(lending, hallId);
});

afterAll(() => lending.sharing.stop());

interface Place {
  readonly resourceId?: string;
  readonly loanId?: string;
  readonly venue?: string | null;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** A draft of the borrower on the 1st, as long as the loan unless stated otherwise. */
function plan(
  place: Place,
  union = lending.borrower,
  actor = lending.borrowerOfficer,
): Promise<ActivityView> {
  const request = activityRequest(union, { startsAt: at(1, '10:00'), endsAt: at(1, '12:00'), ...place });
  return lending.sharing.ask(activityContract.create, request, actor);
}

describe('the place of an activity', () => {
  it('is a resource that there is, by a loan of a host for that time', async () => {
    const place = { resourceId: hallId, loanId: loan.id };
    expect(await plan(place)).toMatchObject(place);
    // The lender hosts with the borrower, who is not invited yet.
    expect(await plan(place, lending.owner, lending.ownerOfficer)).toMatchObject(place);
  });

  it('E119: is no resource that there is not, and no loan with which no host has to do', async () => {
    await refused(plan({ resourceId: newId() }), 'NOT_FOUND', '/resourceId');
    await refused(plan({ loanId: newId() }), 'NOT_FOUND', '/loanId');
    await refused(plan({ loanId: loan.id }, lending.other, lending.otherOfficer), 'NOT_FOUND', '/loanId');
  });

  it('is not had by a loan of another thing, for less time, or that is not approved', async () => {
    const other = await hall(lending);
    await refused(plan({ resourceId: other.id, loanId: loan.id }), 'LOAN_OF_OTHER_RESOURCE', '/loanId');
    // The loan ends at 12:00 (half-open): one minute more is too much.
    await refused(plan({ loanId: loan.id, endsAt: at(1, '12:01') }), 'LOAN_TOO_SHORT', '/loanId');
    await refused(plan({ loanId: loan.id, startsAt: at(1, '09:59') }), 'LOAN_TOO_SHORT', '/loanId');
    await grantFor(lending, other.id, { approval: 'custodian' });
    const requested = await borrow(lending, other.id);
    await refused(plan({ loanId: requested.id }), 'LOAN_NOT_APPROVED', '/loanId');
    await lending.sharing.ask(loanContract.cancel, { loanId: requested.id }, lending.borrowerOfficer);
    await refused(plan({ loanId: requested.id }), 'LOAN_NOT_APPROVED', '/loanId');
  });

  it('is looked at when it is changed, and not when only the times are', async () => {
    const { id: activityId } = await plan({ resourceId: hallId, loanId: loan.id });
    const edit = (fields: object, ifMatch: number, actor: Actor = lending.borrowerOfficer) =>
      lending.sharing.ask(activityContract.edit, { activityId, ...fields }, actor, { ifMatch });
    const moved = await edit({ startsAt: at(2, '10:00'), endsAt: at(2, '12:00') }, 1);
    expect(moved).toMatchObject({ version: 2, loanId: loan.id });
    expect(await edit({ loanId: null }, 2)).toMatchObject({ loanId: null, resourceId: hallId });
    await refused(edit({ loanId: loan.id }, 3), 'LOAN_TOO_SHORT', '/loanId');
  });
});

describe('what members read as the place', () => {
  const edit = (activityId: string, fields: object, ifMatch: number) =>
    lending.sharing.ask(activityContract.edit, { activityId, ...fields }, lending.borrowerOfficer, {
      ifMatch,
    });

  it('is the name and address of the resource where nothing was written, with a loan alone, too', async () => {
    const made = await hall(lending, { title: '多功能厅', district: '青林区', place: '钢桥大道 8 号' });
    await grantFor(lending, made.id);
    const lent = await borrow(lending, made.id);
    const words = '多功能厅 · 青林区 钢桥大道 8 号';
    expect((await plan({ resourceId: made.id, venue: null })).venue).toBe(words);
    const { id, venue } = await plan({ loanId: lent.id, venue: null });
    expect(venue).toBe(words);
    // It is never to be announced as long as there is a hall.
    expect((await edit(id, { venue: null }, 1)).venue).toBe(words);
  });

  it('follows another resource, and stays as the organiser has written it', async () => {
    const [first, second] = [await hall(lending, { title: '一厅' }), await hall(lending, { title: '二厅' })];
    const { id, venue } = await plan({ resourceId: first.id, venue: null });
    expect(venue).toContain('一厅');
    expect((await edit(id, { resourceId: second.id }, 1)).venue).toContain('二厅');
    expect((await edit(id, { venue: '二厅侧门集合' }, 2)).venue).toBe('二厅侧门集合');
    expect((await edit(id, { resourceId: first.id }, 3)).venue).toBe('二厅侧门集合');
  });
});

async function refused(answer: Promise<unknown>, code: string, pointer: string): Promise<void> {
  await expect(answer).rejects.toMatchObject({ code, errors: [{ pointer }] });
}
