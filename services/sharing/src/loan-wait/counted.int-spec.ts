import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  handoverContract,
  kitContract,
  loanContract,
  loanWaitContract,
  pieceContract,
  resourceContract,
} from '@gongxiang/contracts';
import { newId } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});
afterAll(() => lending.sharing.stop());

const period = { startsAt: at(2, '09:00'), endsAt: at(2, '11:00') };

/** The other union has all of it, one union waits for it, and the line was looked at in vain. */
async function waitedFor(lentId: string, quantity: number, waitedId = lentId) {
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
      ...{ resourceId: waitedId, borrowerUnionId: borrower.id, durationMinutes: 120, purpose: '球赛' },
      ...{ windowFrom: period.startsAt, windowTo: period.endsAt, latestDecisionAt: at(2, '08:30') },
    },
    borrowerOfficer,
  );
  const read = () => sharing.ask(loanWaitContract.get, { waitId: id }, borrowerOfficer);
  await eventually(async () => expect((await read()).hindrance).toBe('NO_FREE_TIME'));
  const isOffered = () => eventually(async () => expect((await read()).state).toBe('offered'));
  return { loan, isOffered };
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
      const { loan, isOffered } = await waitedFor(lentId, 1, waitedId);
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
