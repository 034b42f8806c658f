import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  handoverContract,
  type HandoverView,
  loanContract,
  type LoanView,
  pieceContract,
  type RecordHandoverRequest,
} from '@gongxiang/contracts';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
  lending.sharing.clock.set(at(2, '08:00'));
});

afterAll(() => lending.sharing.stop());

const hours = { startsAt: at(2, '09:00'), endsAt: at(2, '17:00') };

async function lent(
  counting: 'stock' | 'pieces',
  quantity: number,
): Promise<{ loan: LoanView; codes: string[] }> {
  const { id } = await hall(lending, {
    ...{ title: '折叠椅', function: 'facility', counting },
    ...(counting === 'stock' ? { quantity } : {}),
  });
  await grantFor(lending, id);
  const codes: string[] = [];
  if (counting === 'pieces') {
    const request = { resourceId: id, count: quantity, prefix: '椅' };
    const { pieces } = await lending.sharing.ask(pieceContract.add, request, lending.ownerOfficer);
    codes.push(...pieces.map(({ code }) => code));
  }
  return { loan: await borrow(lending, id, { ...hours, quantity }), codes };
}

function record(
  loan: LoanView,
  request: Partial<RecordHandoverRequest> & Pick<RecordHandoverRequest, 'direction'>,
  actor = lending.ownerOfficer,
): Promise<HandoverView> {
  const ids = { loanId: loan.id, operationId: randomUUID() };
  return lending.sharing.ask(handoverContract.record, { ...ids, ...request }, actor);
}

const stateOf = (loan: LoanView): Promise<LoanView> =>
  lending.sharing.ask(loanContract.get, { loanId: loan.id }, lending.ownerOfficer);
/** The other union asks for so many of the same, for the same hours. */
const another = (loan: LoanView, quantity: number): Promise<LoanView> =>
  borrow(
    lending,
    loan.resourceId,
    { ...hours, quantity, borrowerUnionId: lending.other.id },
    lending.otherOfficer,
  );

describe('E54: what comes back in part', () => {
  it('of a stock is free at once, and the loan is over with the last of it', async () => {
    const { loan } = await lent('stock', 5);
    expect(await record(loan, { direction: 'out' })).toMatchObject({ quantity: 5 });
    await expect(another(loan, 1)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await record(loan, { direction: 'back', quantity: 2 });
    expect(await stateOf(loan)).toMatchObject({ state: 'handedOver' });
    await expect(another(loan, 3)).rejects.toMatchObject({ code: 'SLOT_TAKEN' }); // 2 are free
    await expect(another(loan, 2)).resolves.toMatchObject({ quantity: 2 });
    await expect(record(loan, { direction: 'back', quantity: 4 })).rejects.toMatchObject({
      code: 'HANDOVER_TOO_MUCH',
      params: { left: 3 },
    });
    await record(loan, { direction: 'back' });
    expect(await stateOf(loan)).toMatchObject({ state: 'returned' });
    await expect(another(loan, 3)).resolves.toMatchObject({ quantity: 3 });
  });

  it('of a stock may have gone out in part as well', async () => {
    const { loan } = await lent('stock', 5);
    await record(loan, { direction: 'out', quantity: 3 });
    expect(await record(loan, { direction: 'out' })).toMatchObject({ quantity: 2 });
    const request = { loanId: loan.id };
    expect(await lending.sharing.ask(handoverContract.list, request, lending.ownerOfficer)).toMatchObject({
      outNow: 5,
      toHandOver: 0,
    });
  });

  it('of pieces is told by their labels, and each is in one hand', async () => {
    const { loan, codes } = await lent('pieces', 3);
    const [first = '', second = '', third = ''] = codes;
    await expect(record(loan, { direction: 'out', pieces: [first] })).rejects.toMatchObject({
      code: 'PIECES_REQUIRED',
    });
    const out = await record(loan, { direction: 'out', pieces: codes });
    expect(out).toMatchObject({ quantity: 3, pieces: ['椅-001', '椅-002', '椅-003'] });
    const desk = await lending.sharing.ask(handoverContract.desk, {}, lending.ownerOfficer);
    expect(desk.items.find(({ id }) => id === loan.id)).toMatchObject({
      counting: 'pieces',
      codesOut: [...codes].sort(),
    });
    await expect(record(loan, { direction: 'back', quantity: 1 })).rejects.toMatchObject({
      code: 'PIECES_REQUIRED',
    });
    await record(loan, { direction: 'back', pieces: [second], grade: 'worn' });
    await expect(record(loan, { direction: 'back', pieces: [second] })).rejects.toMatchObject({
      code: 'PIECE_UNKNOWN',
    });
    await expect(another(loan, 1)).resolves.toMatchObject({ quantity: 1 });
    await record(loan, { direction: 'back', pieces: [first, third] });
    expect(await stateOf(loan)).toMatchObject({ state: 'returned' });
  });

  it('of pieces is handed out by whoever scans the labels', async () => {
    const { loan, codes } = await lent('pieces', 1);
    lending.sharing.clock.set(at(2, '09:30'));
    await expect(
      record(loan, { direction: 'out', pieces: codes }, lending.borrowerOfficer),
    ).rejects.toMatchObject({ code: 'PIECES_BY_OWNER' });
  });
});
