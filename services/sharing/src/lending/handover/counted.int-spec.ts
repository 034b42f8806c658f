import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  handoverContract,
  type HandoverView,
  type RecordHandoverRequest,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import { kitContract } from '@gongxiang/contracts/sharing/lending/kit.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { pieceContract } from '@gongxiang/contracts/sharing/lending/piece.contract';
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
    title: '折叠椅',
    function: 'facility',
    counting,
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

/** A kit of two labelled lamps. */
async function kit(): Promise<{ loan: LoanView; codes: string[] }> {
  const { sharing, ownerOfficer } = lending;
  const { id: resourceId } = await hall(lending, { title: '补光灯', counting: 'pieces' });
  const { pieces } = await sharing.ask(
    pieceContract.add,
    { resourceId, count: 2, prefix: '灯' },
    ownerOfficer,
  );
  const { id, version } = await hall(lending, { title: '摄影套装', counting: 'kit' });
  await grantFor(lending, id);
  const contents = [{ resourceId, quantity: 2 }];
  await sharing.ask(kitContract.set, { resourceId: id, contents }, ownerOfficer, { ifMatch: version });
  return { loan: await borrow(lending, id, hours), codes: pieces.map(({ code }) => code) };
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
/** The other union requests so many of the same, for the same hours. */
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
    await expect(record(loan, { direction: 'out' })).rejects.toMatchObject({ code: 'PIECES_REQUIRED' });
    const out = await record(loan, { direction: 'out', pieces: codes });
    expect(out).toMatchObject({ quantity: 3, pieces: ['椅-001', '椅-002', '椅-003'] });
    const access = await lending.sharing.ask(handoverContract.desk, {}, lending.ownerOfficer);
    expect(access.items.find(({ id }) => id === loan.id)).toMatchObject({
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

  it('of pieces may go out in parts, each part by its labels', async () => {
    const { loan, codes } = await lent('pieces', 3);
    const [first = '', second = '', third = ''] = codes;
    expect(await record(loan, { direction: 'out', pieces: [first] })).toMatchObject({
      quantity: 1,
      pieces: ['椅-001'],
    });
    await expect(record(loan, { direction: 'out', pieces: [first] })).rejects.toMatchObject({
      code: 'PIECE_OUT',
    });
    await expect(
      record(loan, { direction: 'out', quantity: 1, pieces: [second, third] }),
    ).rejects.toMatchObject({ code: 'PIECES_REQUIRED', params: { count: 1 } });
    await record(loan, { direction: 'out', pieces: [third, second] });
    await record(loan, { direction: 'back', pieces: codes });
    expect(await stateOf(loan)).toMatchObject({ state: 'returned' });
  });

  it('of pieces has a condition of its own; what is said of several is written to none', async () => {
    const { loan, codes } = await lent('pieces', 3);
    const [first = '', ...others] = codes;
    await record(loan, { direction: 'out', pieces: codes });
    await record(loan, { direction: 'back', pieces: [first], grade: 'damaged' });
    const both = await record(loan, { direction: 'back', pieces: others, grade: 'worn' });
    expect(both).toMatchObject({ grade: 'worn' }); // it is stored with the handover
    const request = { resourceId: loan.resourceId };
    const { items } = await lending.sharing.ask(pieceContract.list, request, lending.ownerOfficer);
    expect(items.map(({ condition }) => condition)).toEqual(['damaged', 'good', 'good']);
  });

  it('of a kit goes and comes as a whole', async () => {
    const { sharing, ownerOfficer } = lending;
    const { loan, codes } = await kit();
    await expect(record(loan, { direction: 'out', pieces: codes.slice(1) })).rejects.toMatchObject({
      code: 'PIECES_REQUIRED',
      params: { count: 2 },
    });
    await record(loan, { direction: 'out', pieces: codes });
    await expect(record(loan, { direction: 'back', pieces: codes.slice(1) })).rejects.toMatchObject({
      code: 'PIECES_STILL_OUT',
    });
    await record(loan, { direction: 'back' });
    const pieces = await sharing.ask(loanContract.pieces, { loanId: loan.id }, ownerOfficer);
    expect(pieces.pieces.map(({ backAt }) => backAt === null)).toEqual([false, false]);
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

describe('E54: what counts, counts once', () => {
  beforeAll(() => lending.sharing.clock.set(at(2, '08:00')));

  const answer = ({ loanId, id }: HandoverView) => ({ loanId, handoverId: id });
  const dispute = (handover: HandoverView): Promise<HandoverView> =>
    lending.sharing.ask(
      handoverContract.dispute,
      { ...answer(handover), words: '没有收到这么多' },
      lending.ownerOfficer,
    );
  const confirm = (handover: HandoverView): Promise<HandoverView> =>
    lending.sharing.ask(handoverContract.confirm, answer(handover), lending.ownerOfficer);
  const outNow = async (loan: LoanView): Promise<number> =>
    (await lending.sharing.ask(handoverContract.list, { loanId: loan.id }, lending.ownerOfficer)).outNow;

  it('a quantity that was disputed is not confirmed on top of what was written down in its stead', async () => {
    const { loan } = await lent('stock', 5);
    await record(loan, { direction: 'out' });
    const theirs = await record(loan, { direction: 'back', quantity: 3 }, lending.borrowerOfficer);
    await dispute(theirs);
    await record(loan, { direction: 'back', quantity: 3 }); // 5 − 3 = 2 are left, not 3
    await expect(confirm(theirs)).rejects.toMatchObject({ code: 'HANDOVER_TOO_MUCH', params: { left: 2 } });
    expect(await outNow(loan)).toBe(2);
    await record(loan, { direction: 'back' });
  });

  it('neither is a piece, though as many others are still out', async () => {
    const { loan, codes } = await lent('pieces', 3);
    const [first = '', ...others] = codes;
    await record(loan, { direction: 'out', pieces: codes });
    const theirs = await record(loan, { direction: 'back', pieces: [first] }, lending.borrowerOfficer);
    expect(theirs).toMatchObject({ state: 'waiting', pieces: ['椅-001'] });
    await dispute(theirs);
    await record(loan, { direction: 'back', pieces: [first] });
    await expect(confirm(theirs)).rejects.toMatchObject({ code: 'HANDOVER_TOO_MUCH' });
    expect(await outNow(loan)).toBe(2);
    await record(loan, { direction: 'back', pieces: others });
    expect(await stateOf(loan)).toMatchObject({ state: 'returned' });
  });

  it('E61: the word of the one about one piece is no answer to that of the other about another', async () => {
    const { loan, codes } = await lent('pieces', 2);
    const [first = '', second = ''] = codes;
    await record(loan, { direction: 'out', pieces: codes });
    const theirs = await record(loan, { direction: 'back', pieces: [first] }, lending.borrowerOfficer);
    await expect(record(loan, { direction: 'back', pieces: [first, second] })).rejects.toMatchObject({
      code: 'HANDOVER_TOO_MUCH',
    });
    const own = await record(loan, { direction: 'back', pieces: [second] });
    expect(own.id).not.toBe(theirs.id);
    await confirm(theirs);
    expect(await stateOf(loan)).toMatchObject({ state: 'returned' });
  });

  it('the borrower names what is given back of several, and what is named is refused where it is not out', async () => {
    const { loan, codes } = await lent('pieces', 2);
    await record(loan, { direction: 'out', pieces: codes });
    const { borrowerOfficer } = lending;
    await expect(record(loan, { direction: 'back', quantity: 1 }, borrowerOfficer)).rejects.toMatchObject({
      code: 'PIECES_REQUIRED',
      params: { count: 1 },
    });
    const other = await lent('pieces', 1);
    await expect(
      record(loan, { direction: 'back', pieces: other.codes }, borrowerOfficer),
    ).rejects.toMatchObject({ code: 'PIECE_UNKNOWN', errors: [{ pointer: '/pieces/0' }] });
    // All of them are recorded by id, so that the record stays the same whatever is handed out meanwhile.
    expect(await record(loan, { direction: 'back' }, borrowerOfficer)).toMatchObject({
      quantity: 2,
      pieces: ['椅-001', '椅-002'],
    });
  });
});
