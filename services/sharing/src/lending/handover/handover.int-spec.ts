import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extensionRequestContract } from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import {
  handoverContract,
  type HandoverView,
  type RecordHandoverRequest,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import { loanDamageContract } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import { loanMoveContract } from '@gongxiang/contracts/sharing/lending/loan-move.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { overdueRuleContract } from '@gongxiang/contracts/sharing/lending/overdue-rule.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, hourMs, toWire } from '@gongxiang/domain';
import { actorWith, eventually } from '@gongxiang/testing';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  officerOf,
  startLending,
} from '../loan/lending.fixture.js';
import { noticesTo } from '../../reference/notice/notice.fixture.js';

let lending: Lending;
/** An officer of the federation above both, who is on neither side. */
let federation: Actor;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
  lending.sharing.clock.set(at(2, '08:00')); // within the terms that the fixture grants
  federation = actorWith({ roles: [['officer', randomUUID(), '1.']] });
});

afterAll(() => lending.sharing.stop());

async function approved(changes: Parameters<typeof borrow>[2] = {}): Promise<LoanView> {
  const { id } = await hall(lending);
  await grantFor(lending, id);
  return borrow(lending, id, changes);
}

function record(
  loan: LoanView,
  request: Partial<RecordHandoverRequest> & Pick<RecordHandoverRequest, 'direction'>,
  actor: Actor = lending.ownerOfficer,
): Promise<HandoverView> {
  const ids = { loanId: loan.id, operationId: randomUUID() };
  return lending.sharing.ask(handoverContract.record, { ...ids, ...request }, actor);
}

const answerOf = (handover: HandoverView) => ({ loanId: handover.loanId, handoverId: handover.id });
const confirm = (handover: HandoverView, actor: Actor = lending.borrowerOfficer): Promise<HandoverView> =>
  lending.sharing.ask(handoverContract.confirm, answerOf(handover), actor);
const stateOf = (loan: LoanView): Promise<LoanView> =>
  lending.sharing.ask(loanContract.get, { loanId: loan.id }, lending.borrowerOfficer);

/** Handed out and returned, confirmed by both sides except for the return. */
async function returned(
  more: Partial<RecordHandoverRequest> = {},
): Promise<{ loan: LoanView; back: HandoverView }> {
  const loan = await approved(periodFromNow());
  await confirm(await record(loan, { direction: 'out' }));
  return { loan, back: await record(loan, { direction: 'back', ...more }) };
}

function periodFromNow(startHours = 1, hours = 2): { startsAt: string; endsAt: string } {
  const start = lending.sharing.clock.now().getTime() + startHours * hourMs;
  return {
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + hours * hourMs).toISOString(),
  };
}

async function kindsTold(actor: Actor, loan: LoanView): Promise<string[]> {
  const raised = await noticesTo(lending.sharing, actor);
  return raised.filter(({ about }) => about['loanId'] === loan.id).map(({ kind }) => kind);
}

describe('a handover', () => {
  it('is written down by one hand and confirmed by the other; then the loan is closed', async () => {
    const { loan, back } = await returned({ grade: 'good', condition: '外观完好' });
    expect(back).toMatchObject({ state: 'waiting', counts: true, recordedBy: 'owner', grade: 'good' });
    expect(await stateOf(loan)).toMatchObject({ state: 'returned', closedAt: null });
    await expect(confirm(back, lending.ownerOfficer)).rejects.toMatchObject({ code: 'OTHER_SIDE_CONFIRMS' });
    expect(await confirm(back)).toMatchObject({ state: 'confirmed', answeredBy: 'person' });
    expect((await stateOf(loan)).closedAt).not.toBeNull();
    await expect(confirm(back)).rejects.toMatchObject({ code: 'HANDOVER_ANSWERED' });
  });

  it('sent twice by a device is there once, and keeps the time at which it took place', async () => {
    const loan = await approved(periodFromNow());
    lending.sharing.clock.advance(2 * hourMs);
    const took = new Date(lending.sharing.clock.now().getTime() - hourMs / 2).toISOString();
    const request = { direction: 'out', at: took, operationId: randomUUID() } as const;
    const first = await record(loan, request);
    const again = await lending.sharing.send(
      handoverContract.record,
      { loanId: loan.id, ...request },
      lending.ownerOfficer,
    );
    expect(again).toMatchObject({ existing: true, body: { id: first.id, at: took } });
    expect(await stateOf(loan)).toMatchObject({ state: 'handedOver', handedOverAt: took });
    await record(loan, { direction: 'back' });
  });

  it('by the borrower counts once the owner confirms it', async () => {
    const loan = await approved(periodFromNow());
    await record(loan, { direction: 'out' });
    const back = await record(loan, { direction: 'back' }, lending.borrowerOfficer);
    expect(back).toMatchObject({ recordedBy: 'borrower', counts: false });
    expect(await stateOf(loan)).toMatchObject({ state: 'handedOver' });
    expect(await confirm(back, lending.ownerOfficer)).toMatchObject({ state: 'confirmed', counts: true });
    expect(await stateOf(loan)).toMatchObject({ state: 'returned', returnedAt: back.at });
  });

  it('that both have written down is one', async () => {
    const loan = await approved(periodFromNow());
    await record(loan, { direction: 'out' });
    const theirs = await record(loan, { direction: 'back' }, lending.borrowerOfficer);
    expect(await record(loan, { direction: 'back' })).toMatchObject({ id: theirs.id, state: 'confirmed' });
  });

  it('E56: that both write down at the same moment is one, confirmed, over two replicas', async () => {
    const loan = await approved(periodFromNow());
    await confirm(await record(loan, { direction: 'out' }));
    const both = [lending.ownerOfficer, lending.borrowerOfficer].map((actor) =>
      record(loan, { direction: 'back' }, actor),
    );
    const ids = (await Promise.all(both)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
    const request = { loanId: loan.id };
    const { items, outNow } = await lending.sharing.ask(handoverContract.list, request, lending.ownerOfficer);
    expect(items.map(({ direction, state }) => [direction, state])).toEqual([
      ['out', 'confirmed'],
      ['back', 'confirmed'],
    ]);
    expect(outNow).toBe(0);
    expect((await stateOf(loan)).closedAt).not.toBeNull();
  });

  it('that nobody answers counts as confirmed after 48 hours, and whoever should have answered is told so', async () => {
    const { loan, back } = await returned();
    lending.sharing.clock.advance(48 * hourMs);
    await eventually(async () => {
      const { items } = await lending.sharing.ask(
        handoverContract.list,
        { loanId: loan.id },
        lending.ownerOfficer,
      );
      expect(items.find(({ id }) => id === back.id)).toMatchObject({
        state: 'confirmed',
        answeredBy: 'deadline',
      });
      expect((await stateOf(loan)).closedAt).not.toBeNull();
      expect(await kindsTold(lending.borrowerOfficer, loan)).toContain('handoverAssumed');
    });
  });

  it('that is disputed keeps its words, and the loan closes when nobody may object any more', async () => {
    const { loan, back } = await returned();
    const disputed = await lending.sharing.ask(
      handoverContract.dispute,
      { ...answerOf(back), words: '交来时已有划痕' },
      lending.borrowerOfficer,
    );
    expect(disputed).toMatchObject({ state: 'disputed', dispute: '交来时已有划痕', counts: true });
    expect((await stateOf(loan)).closedAt).toBeNull();
    lending.sharing.clock.advance(14 * 24 * hourMs);
    await eventually(async () => expect((await stateOf(loan)).closedAt).not.toBeNull());
  });

  it('E54: gives the time back from the moment at which it came back, not from when that was told', async () => {
    const loan = await approved(periodFromNow(0, 4));
    await record(loan, { direction: 'out' });
    lending.sharing.clock.advance(2 * hourMs);
    const took = new Date(lending.sharing.clock.now().getTime() - hourMs).toISOString();
    await record(loan, { direction: 'back', at: took });
    const rest = { startsAt: lending.sharing.clock.now().toISOString(), endsAt: loan.endsAt };
    const next = { ...rest, borrowerUnionId: lending.other.id };
    await expect(borrow(lending, loan.resourceId, next, lending.otherOfficer)).resolves.toMatchObject({
      state: 'approved',
    });
  });

  it('E54: is refused beyond what is out', async () => {
    const { loan } = await returned();
    await expect(record(loan, { direction: 'back' })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const other = await approved(periodFromNow());
    await expect(record(other, { direction: 'out', quantity: 2 })).rejects.toMatchObject({
      code: 'HANDOVER_TOO_MUCH',
      params: { left: 1 },
    });
  });

  it.each(['handOver', 'record'] as const)(
    'E55, E56: cannot put out what is in another hand, by %s',
    async (way) => {
      const loan = await approved(periodFromNow(0, 1));
      await record(loan, { direction: 'out' });
      const { other, otherOfficer } = lending;
      const next = { ...periodFromNow(1, 2), borrowerUnionId: other.id };
      // The next borrower is notified once it is overdue, so they ask before.
      const waiting = await borrow(lending, loan.resourceId, next, otherOfficer);
      lending.sharing.clock.advance(hourMs);
      const out =
        way === 'handOver'
          ? lending.sharing.ask(loanContract.handOver, { loanId: waiting.id }, lending.ownerOfficer)
          : record(waiting, { direction: 'out' });
      await expect(out).rejects.toMatchObject({ code: 'RESOURCE_OUT' });
      await eventually(async () => {
        expect(await kindsTold(lending.borrowerOfficer, loan)).toContain('loanOverdue');
        expect(await kindsTold(otherOfficer, waiting)).toContain('loanDelayed');
      });
      await record(loan, { direction: 'back' });
      await expect(record(waiting, { direction: 'out' })).resolves.toMatchObject({ counts: true });
      await record(waiting, { direction: 'back' });
    },
  );

  it('that nobody answers is not assumed for a time that is not the loan’s any more', async () => {
    const loan = await approved(periodFromNow(0, 2));
    const out = await record(loan, { direction: 'out' }, lending.borrowerOfficer);
    const move = { loanId: loan.id, ...periodFromNow(72, 2), reason: '场地维修' };
    await lending.sharing.ask(loanMoveContract.move, move, lending.ownerOfficer);
    lending.sharing.clock.advance(48 * hourMs);
    const ids = { loanId: loan.id };
    await eventually(async () => {
      const { items } = await lending.sharing.ask(handoverContract.list, ids, lending.ownerOfficer);
      expect(items).toMatchObject([{ id: out.id, state: 'disputed', answeredBy: 'deadline' }]);
    });
    expect(await stateOf(loan)).toMatchObject({ state: 'approved', handedOverAt: null });
  });

  it('is the matter of its two sides', async () => {
    const { loan, back } = await returned();
    const ids = { loanId: loan.id };
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [lending.member, 'NOT_FOUND'],
      [lending.otherOfficer, 'NOT_FOUND'],
    ] as const) {
      const ask = lending.sharing.ask.bind(lending.sharing);
      await expect(ask(handoverContract.list, ids, actor)).rejects.toMatchObject({ code });
      await expect(ask(handoverContract.confirm, answerOf(back), actor)).rejects.toMatchObject({ code });
      const again = { ...ids, operationId: randomUUID(), direction: 'back' } as const;
      await expect(ask(handoverContract.record, again, actor)).rejects.toMatchObject({ code });
    }
  });
});

describe('the desk', () => {
  it('shows what the caller keeps, by urgency, and nothing else', async () => {
    const loan = await approved(periodFromNow(1, 2));
    const access = await lending.sharing.ask(handoverContract.desk, {}, lending.ownerOfficer);
    expect(access.items.map(({ id }) => id)).toContain(loan.id);
    expect(access.items.every(({ ownerUnionId }) => ownerUnionId === lending.owner.id)).toBe(true);
    const theirs = await lending.sharing.ask(handoverContract.desk, {}, lending.borrowerOfficer);
    expect(theirs.items.map(({ id }) => id)).not.toContain(loan.id);
  });
});

describe('what waits for an answer', () => {
  const waitingFor = async (actor: Actor) =>
    (
      await lending.sharing.ask(handoverContract.waiting, { waitingForMe: true, limit: 200 }, actor)
    ).items.filter(({ loanId }) => loanIds.includes(loanId));
  const damagesFor = async (actor: Actor) =>
    (
      await lending.sharing.ask(loanDamageContract.waiting, { waitingForMe: true, limit: 200 }, actor)
    ).items.filter(({ loanId }) => loanIds.includes(loanId));
  let loanIds: string[];

  it('is a return, for the side that did not write it down, until it is answered', async () => {
    const { loan, back } = await returned();
    loanIds = [loan.id];
    expect(await waitingFor(lending.borrowerOfficer)).toEqual([
      {
        id: back.id,
        loanId: loan.id,
        resourceTitle: loan.resourceTitle,
        direction: 'back',
        recordedBy: 'owner',
        unionName: loan.ownerUnionName,
        quantity: 1,
        at: back.at,
        answerBy: back.answerBy,
      },
    ]);
    for (const actor of [lending.ownerOfficer, lending.otherOfficer, lending.member, federation])
      expect(await waitingFor(actor)).toEqual([]);
    await confirm(back);
    expect(await waitingFor(lending.borrowerOfficer)).toEqual([]);
  });

  it('is what the borrower says came back, for the owner', async () => {
    const loan = await approved(periodFromNow());
    await confirm(await record(loan, { direction: 'out' }));
    const back = await record(loan, { direction: 'back' }, lending.borrowerOfficer);
    loanIds = [loan.id];
    expect(await waitingFor(lending.ownerOfficer)).toMatchObject([
      { id: back.id, recordedBy: 'borrower', unionName: loan.borrowerUnionName },
    ]);
    for (const actor of [lending.borrowerOfficer, federation]) expect(await waitingFor(actor)).toEqual([]);
    await confirm(back, lending.ownerOfficer);
  });

  it('is a damage, for the union that borrowed, with what it is asked for and until when', async () => {
    const damage = { note: '话筒网罩凹陷', amount: toWire(12_000n) };
    const { loan, back } = await returned({ damage });
    loanIds = [loan.id];
    expect(await damagesFor(lending.borrowerOfficer)).toMatchObject([
      {
        loanId: loan.id,
        resourceTitle: loan.resourceTitle,
        note: '话筒网罩凹陷',
        amount: { amount: '12000' },
        ownerUnionName: loan.ownerUnionName,
        borrowerUnionName: loan.borrowerUnionName,
        answerBy: expect.any(String),
      },
    ]);
    for (const actor of [lending.ownerOfficer, lending.otherOfficer, lending.member, federation])
      expect(await damagesFor(actor)).toEqual([]);
    const [claimed] = await damagesFor(lending.borrowerOfficer);
    const ids = { loanId: loan.id, damageId: claimed?.id ?? '' };
    await lending.sharing.ask(loanDamageContract.accept, ids, lending.borrowerOfficer);
    expect(await damagesFor(lending.borrowerOfficer)).toEqual([]);
    await confirm(back);
  });

  it('is a damage on which two do not agree, for the nearest union above both, and for no officer further up', async () => {
    const damage = { note: '箱体破裂', amount: toWire(9_000n) };
    const { loan, back } = await returned({ damage });
    loanIds = [loan.id];
    const [claimed] = await damagesFor(lending.borrowerOfficer);
    const ids = { loanId: loan.id, damageId: claimed?.id ?? '' };
    expect(claimed?.toDecide).toBe(false);
    await lending.sharing.ask(
      loanDamageContract.dispute,
      { ...ids, reason: '原有旧损' },
      lending.borrowerOfficer,
    );
    expect(await damagesFor(lending.borrowerOfficer)).toEqual([]);
    expect(await damagesFor(lending.ownerOfficer)).toEqual([]);
    expect(await damagesFor(federation)).toMatchObject([{ id: ids.damageId, toDecide: true }]);
    await lending.sharing.ask(
      loanDamageContract.decide,
      { ...ids, amount: toWire(3_000n), reason: '各担一部分' },
      federation,
    );
    expect(await damagesFor(federation)).toEqual([]);
    await confirm(back);
  });

  it('is a request to borrow, for the union that lends, and for none above it', async () => {
    const loan = await approved(periodFromNow());
    const listed = async (actor: Actor): Promise<boolean> => {
      const request = { role: 'owner', ownUnions: true, limit: 200 } as const;
      const { items } = await lending.sharing.ask(loanContract.list, request, actor);
      return items.some(({ id }) => id === loan.id);
    };
    expect([await listed(lending.ownerOfficer), await listed(federation)]).toEqual([true, false]);
  });

  it('is not told to who is not signed in', async () => {
    const request = { waitingForMe: true } as const;
    const asked = [
      lending.sharing.ask(handoverContract.waiting, request, null),
      lending.sharing.ask(loanDamageContract.waiting, request, null),
    ];
    for (const one of asked) await expect(one).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('a damage', () => {
  const damage = { note: '话筒网罩凹陷', amount: toWire(12_000n) };
  const damagesOf = async (loan: LoanView, actor: Actor = lending.borrowerOfficer) =>
    (await lending.sharing.ask(loanDamageContract.list, { loanId: loan.id }, actor)).items;

  it('that the borrower accepts is owed, told to settlement, and closes the loan', async () => {
    const { loan, back } = await returned({ damage, grade: 'damaged' });
    await confirm(back);
    expect((await stateOf(loan)).closedAt).toBeNull();
    const [claimed] = await damagesOf(loan);
    expect(claimed).toMatchObject({ state: 'claimed', owed: null, mayAnswer: true, handoverId: back.id });
    const ids = { loanId: loan.id, damageId: claimed?.id ?? '' };
    await expect(
      lending.sharing.ask(loanDamageContract.accept, ids, lending.ownerOfficer),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const accepted = await lending.sharing.ask(loanDamageContract.accept, ids, lending.borrowerOfficer);
    expect(accepted).toMatchObject({ state: 'accepted', owed: damage.amount });
    await eventually(async () => expect((await stateOf(loan)).closedAt).not.toBeNull());
    const received = (await lending.sharing.recorded(sharingEvents.loanDamageChanged)).filter(
      ({ id }) => id === ids.damageId,
    );
    expect(received.map(({ state, owed }) => [state, owed.amount])).toEqual([
      ['claimed', '0'],
      ['accepted', '12000'],
    ]);
  });

  it('is noted as well where the borrower has written down the return first; the loan stays open for it', async () => {
    const loan = await approved(periodFromNow());
    await confirm(await record(loan, { direction: 'out' }));
    const theirs = await record(loan, { direction: 'back' }, lending.borrowerOfficer);
    expect(await record(loan, { direction: 'back', damage })).toMatchObject({ id: theirs.id });
    expect(await damagesOf(loan)).toMatchObject([{ state: 'claimed', handoverId: theirs.id }]);
    expect((await stateOf(loan)).closedAt).toBeNull();
  });

  it('that is disputed is decided by an officer above both, at most by what was asked', async () => {
    const { loan } = await returned({ damage });
    const [claimed] = await damagesOf(loan);
    const ids = { loanId: loan.id, damageId: claimed?.id ?? '' };
    const decide = (fen: bigint, actor: Actor) =>
      lending.sharing.ask(
        loanDamageContract.decide,
        { ...ids, amount: toWire(fen), reason: '双方各担一半' },
        actor,
      );
    await expect(decide(6_000n, federation)).rejects.toMatchObject({ code: 'DAMAGE_ANSWER_DUE' });
    await lending.sharing.ask(
      loanDamageContract.dispute,
      { ...ids, reason: '原有划痕' },
      lending.borrowerOfficer,
    );
    await expect(decide(6_000n, lending.ownerOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(decide(12_001n, federation)).rejects.toMatchObject({ code: 'DAMAGE_AMOUNT' });
    expect(await decide(6_000n, federation)).toMatchObject({ state: 'decided', owed: toWire(6_000n) });
    const off = { ...ids, reason: '已自行修好' };
    expect(await lending.sharing.ask(loanDamageContract.withdraw, off, lending.ownerOfficer)).toMatchObject({
      state: 'withdrawn',
      owed: toWire(0n),
    });
  });

  it.each([
    ['on the way out', { direction: 'out' as const }, 'owner'],
    ['by the borrower', { direction: 'back' as const }, 'borrower'],
  ])('is not noted %s', async (_name, request, side) => {
    const loan = await approved(periodFromNow());
    if (request.direction === 'back') await record(loan, { direction: 'out' });
    const actor = side === 'owner' ? lending.ownerOfficer : lending.borrowerOfficer;
    await expect(record(loan, { ...request, damage }, actor)).rejects.toMatchObject({
      code: 'DAMAGE_BY_OWNER',
    });
    if (request.direction === 'back') await record(loan, { direction: 'back' });
  });
});

describe('E53: an extension where the owner decides', () => {
  async function out(): Promise<LoanView> {
    const { id } = await hall(lending);
    await grantFor(lending, id, { approval: 'custodian' });
    const loan = await borrow(lending, id, periodFromNow(1, 2));
    await lending.sharing.ask(loanContract.approve, { loanId: loan.id }, lending.ownerOfficer);
    return loan;
  }
  const later = (loan: LoanView, hours: number): string =>
    new Date(Date.parse(loan.endsAt) + hours * hourMs).toISOString();
  const askFor = (loan: LoanView, hours: number, actor: Actor = lending.borrowerOfficer) =>
    lending.sharing.ask(
      extensionRequestContract.ask,
      { loanId: loan.id, endsAt: later(loan, hours), reason: '加演一场' },
      actor,
    );
  const takeAfter = (loan: LoanView) =>
    borrow(
      lending,
      loan.resourceId,
      { startsAt: loan.endsAt, endsAt: later(loan, 1), borrowerUnionId: lending.other.id },
      lending.otherOfficer,
    );

  it('is asked for, holds its time, and is approved', async () => {
    const loan = await out();
    const asked = await askFor(loan, 2);
    expect(asked).toMatchObject({ state: 'asked' });
    expect(await stateOf(loan)).toMatchObject({ endsAt: loan.endsAt, heldUntil: later(loan, 2) });
    await expect(takeAfter(loan)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await expect(askFor(loan, 3)).rejects.toMatchObject({ code: 'EXTENSION_ASKED' });
    const ids = { loanId: loan.id, extensionRequestId: asked.id };
    await expect(
      lending.sharing.ask(extensionRequestContract.approve, ids, lending.borrowerOfficer),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const yes = await lending.sharing.ask(extensionRequestContract.approve, ids, lending.ownerOfficer);
    expect(yes).toMatchObject({ state: 'approved' });
    expect(await stateOf(loan)).toMatchObject({ endsAt: later(loan, 2), heldUntil: null });
  });

  it('that is refused, withdrawn or forgotten gives its time back', async () => {
    for (const way of ['refuse', 'withdraw', 'forget'] as const) {
      const loan = await out();
      const asked = await askFor(loan, 2);
      const ids = { loanId: loan.id, extensionRequestId: asked.id };
      if (way === 'refuse') {
        const no = { ...ids, reason: '之后要检修' };
        await lending.sharing.ask(extensionRequestContract.refuse, no, lending.ownerOfficer);
      } else if (way === 'withdraw') {
        await lending.sharing.ask(extensionRequestContract.withdraw, ids, lending.borrowerOfficer);
      } else {
        lending.sharing.clock.set(loan.endsAt);
      }
      await eventually(async () => expect((await stateOf(loan)).heldUntil).toBeNull());
      await expect(takeAfter(loan)).resolves.toMatchObject({ state: 'requested' });
    }
  });

  it('is not asked for into the time of another', async () => {
    const loan = await out();
    await takeAfter(loan);
    await expect(askFor(loan, 2)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('that is asked for lasts through an early handover, and ends with the loan', async () => {
    const loan = await out();
    const asked = await askFor(loan, 2);
    await record(loan, { direction: 'out' });
    await expect(takeAfter(loan)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await record(loan, { direction: 'back' });
    await eventually(async () => {
      const { items } = await lending.sharing.ask(
        extensionRequestContract.list,
        { loanId: loan.id },
        lending.borrowerOfficer,
      );
      expect(items.find(({ id }) => id === asked.id)).toMatchObject({ state: 'ended' });
    });
    await expect(takeAfter(loan)).resolves.toMatchObject({ state: 'requested' });
  });
});

describe('E63: what is overdue', () => {
  it.each([
    ['any', 0, 'OVERDUE_LOANS'],
    ['sameOwner', 0, 'OVERDUE_LOANS'],
    ['none', 0, null],
    ['any', 2, null], // one hour late; two are tolerated
  ] as const)(
    'keeps from another where the rule says %s with %i hours: %s',
    async (overdueBlock, graceHours, code) => {
      const unionId = lending.owner.id;
      const loan = await approved(periodFromNow(0, 1));
      await record(loan, { direction: 'out' });
      lending.sharing.clock.advance(2 * hourMs); // one hour over
      const set = { unionId, overdueBlock, graceHours };
      await lending.sharing.ask(overdueRuleContract.set, set, lending.ownerOfficer);
      const again = approved(periodFromNow());
      if (code === null) await expect(again).resolves.toBeDefined();
      else await expect(again).rejects.toMatchObject({ code });
      await record(loan, { direction: 'back' });
      const usual = { unionId, overdueBlock: 'any', graceHours: 0 } as const;
      await lending.sharing.ask(overdueRuleContract.set, usual, lending.ownerOfficer);
    },
  );

  it('of another owner keeps from nothing where the rule looks at the same owner alone', async () => {
    const { other, borrower, owner } = lending;
    const otherOfficer = officerOf(other);
    const theirs = await hall(
      { ...lending, owner: other, ownerOfficer: otherOfficer },
      { owner: { kind: 'union', id: other.id } },
    );
    await grantFor({ ...lending, ownerOfficer: otherOfficer }, theirs.id);
    const late = await borrow(lending, theirs.id, periodFromNow(0, 1));
    await record(late, { direction: 'out' }, otherOfficer);
    lending.sharing.clock.advance(2 * hourMs);
    await expect(approved(periodFromNow())).rejects.toMatchObject({ code: 'OVERDUE_LOANS' });
    const set = { unionId: owner.id, overdueBlock: 'sameOwner', graceHours: 0 } as const;
    await lending.sharing.ask(overdueRuleContract.set, set, lending.ownerOfficer);
    await expect(approved(periodFromNow())).resolves.toMatchObject({ borrowerUnionId: borrower.id });
    await record(late, { direction: 'back' }, otherOfficer);
  });
});
