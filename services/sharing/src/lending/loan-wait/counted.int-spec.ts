import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handoverContract } from '@gongxiang/contracts/sharing/lending/handover.contract';
import { kitContract } from '@gongxiang/contracts/sharing/lending/kit.contract';
import { loanHoldContract } from '@gongxiang/contracts/sharing/lending/loan-hold.contract';
import { loanWaitContract } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { pieceContract } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { loanSeriesContract } from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import { newId } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});
afterAll(() => lending.sharing.stop());

const period = { startsAt: at(2, '09:00'), endsAt: at(2, '11:00') };

/** The other union has all of it, one union waits for it, and the waitlist was served in vain. */
async function waitedFor(
  lentId: string,
  quantity: number,
  { waitedId = lentId, wanted = 1 }: { readonly waitedId?: string; readonly wanted?: number } = {},
) {
  const { sharing, borrower, borrowerOfficer, other, otherOfficer } = lending;
  const loan = await borrow(
    lending,
    lentId,
    { ...period, quantity, borrowerUnionId: other.id },
    otherOfficer,
  );
  const { id } = await sharing.ask(
    loanWaitContract.create,
    {
      resourceId: waitedId,
      borrowerUnionId: borrower.id,
      durationMinutes: 120,
      purpose: '球赛',
      windowFrom: period.startsAt,
      windowTo: period.endsAt,
      latestDecisionAt: at(2, '08:30'),
      quantity: wanted,
    },
    borrowerOfficer,
  );
  const read = () => sharing.ask(loanWaitContract.get, { waitId: id }, borrowerOfficer);
  await eventually(async () => expect((await read()).hindrance).toBe('NO_FREE_TIME'));
  const isOffered = () => eventually(async () => expect((await read()).state).toBe('offered'));
  return { id, loan, isOffered };
}

describe('whoever waits for what is counted', () => {
  it('is served when there is more of a stock', async () => {
    const { id: resourceId, version } = await hall(lending, { counting: 'stock', quantity: 2 });
    await grantFor(lending, resourceId);
    const { isOffered } = await waitedFor(resourceId, 2);
    const { sharing, ownerOfficer } = lending;
    await sharing.ask(resourceContract.edit, { resourceId, quantity: 3 }, ownerOfficer, { ifMatch: version });
    await isOffered();
  });

  it('is served by a piece that is added', async () => {
    const { id: resourceId } = await hall(lending, { counting: 'pieces' });
    await grantFor(lending, resourceId);
    const add = { resourceId, count: 1, prefix: '件' };
    await lending.sharing.ask(pieceContract.add, add, lending.ownerOfficer);
    const { isOffered } = await waitedFor(resourceId, 1);
    await lending.sharing.ask(pieceContract.add, add, lending.ownerOfficer);
    await isOffered();
  });

  it('E54: is served by what comes back in part', async () => {
    const { id: resourceId } = await hall(lending, { counting: 'stock', quantity: 2 });
    await grantFor(lending, resourceId);
    const { loan, isOffered } = await waitedFor(resourceId, 2);
    const record = (direction: 'out' | 'back', quantity: number) =>
      lending.sharing.ask(
        handoverContract.record,
        { loanId: loan.id, operationId: newId(), direction, quantity },
        lending.ownerOfficer,
      );
    await record('out', 2);
    await record('back', 1);
    await isOffered();
  });

  it('is served by what a kit is made of, and the other way round', async () => {
    const { sharing, ownerOfficer } = lending;
    const inner = await hall(lending);
    const kit = await hall(lending, { counting: 'kit' });
    const contents = [{ resourceId: inner.id, quantity: 1 }];
    await sharing.ask(kitContract.set, { resourceId: kit.id, contents }, ownerOfficer, { ifMatch: 1 });
    await grantFor(lending, inner.id);
    await grantFor(lending, kit.id);
    for (const [lentId, waitedId] of [
      [inner.id, kit.id],
      [kit.id, inner.id],
    ] as const) {
      const { loan, isOffered } = await waitedFor(lentId, 1, { waitedId });
      await sharing.ask(loanContract.cancel, { loanId: loan.id, reason: '取消' }, ownerOfficer);
      await isOffered();
      const waits = await sharing.ask(
        loanWaitContract.listMine,
        { state: 'offered' },
        lending.borrowerOfficer,
      );
      for (const { id: waitId } of waits.items)
        await sharing.ask(loanWaitContract.withdraw, { waitId }, lending.borrowerOfficer);
    }
  });
});

describe('several of a stock', () => {
  const three = { ...period, quantity: 3 };

  async function stockOf(quantity: number): Promise<string> {
    const { id } = await hall(lending, { counting: 'stock', quantity });
    await grantFor(lending, id);
    return id;
  }

  it('E46, E49: are held together, and the rest is lent meanwhile', async () => {
    const { sharing, borrower, borrowerOfficer, other, otherOfficer } = lending;
    const resourceId = await stockOf(5);
    const held = { resourceId, borrowerUnionId: borrower.id, ...three };
    const { token, quantity } = await sharing.ask(loanHoldContract.create, held, borrowerOfficer);
    expect(quantity).toBe(3);
    const byOther = (wanted: number) =>
      borrow(lending, resourceId, { ...period, quantity: wanted, borrowerUnionId: other.id }, otherOfficer);
    await expect(byOther(3)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await expect(byOther(2)).resolves.toMatchObject({ quantity: 2 });
    const loan = await borrow(lending, resourceId, { ...three, holdToken: token });
    expect(loan).toMatchObject({ quantity: 3, state: 'approved' });
  });

  it('are offered once so many are free, and lent as many', async () => {
    const { sharing, borrowerOfficer, otherOfficer } = lending;
    const resourceId = await stockOf(4);
    const { id, loan, isOffered } = await waitedFor(resourceId, 2, { wanted: 3 });
    await sharing.ask(loanContract.cancel, { loanId: loan.id, reason: '改期' }, otherOfficer);
    await isOffered();
    const { loanId } = await sharing.ask(loanWaitContract.accept, { waitId: id }, borrowerOfficer);
    const lent = await sharing.ask(loanContract.get, { loanId: loanId ?? '' }, borrowerOfficer);
    expect(lent).toMatchObject({ quantity: 3, resourceId });
  });

  it('E43: are asked for on each day of a rule, for what the right is given', async () => {
    const { sharing, borrower, borrowerOfficer } = lending;
    const { id: resourceId } = await hall(lending, { counting: 'stock', quantity: 4 });
    await grantFor(lending, resourceId, { businesses: ['education'] });
    const wish = { resourceId, borrowerUnionId: borrower.id, ...three, purpose: '夜校' };
    const ask = (business?: 'education') =>
      sharing.ask(
        loanSeriesContract.create,
        { ...wish, rule: 'FREQ=DAILY;COUNT=3', ...(business && { business }) },
        borrowerOfficer,
      );
    await expect(ask()).rejects.toMatchObject({ code: 'LOAN_SERIES_REFUSED' });
    const series = await ask('education');
    expect(series).toMatchObject({ quantity: 3, skipped: [] });
    const loanId = series.created[2]?.loanId ?? '';
    const last = await sharing.ask(loanContract.get, { loanId }, borrowerOfficer);
    expect(last).toMatchObject({ quantity: 3, business: 'education' });
  });

  it('are not waited for where there is one', async () => {
    const { id } = await hall(lending);
    await grantFor(lending, id);
    await expect(waitedFor(id, 1, { wanted: 2 })).rejects.toMatchObject({
      code: 'QUANTITY_NOT_COUNTED',
      errors: [{ pointer: '/quantity' }],
    });
  });
});
