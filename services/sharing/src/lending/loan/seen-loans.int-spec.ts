import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '@gongxiang/contracts/core/contract';
import { extensionRequestContract } from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import { handoverContract } from '@gongxiang/contracts/sharing/lending/handover.contract';
import { loanDamageContract } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import { loanMoveContract } from '@gongxiang/contracts/sharing/lending/loan-move.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { loanSeriesContract } from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import { type Actor, toWire } from '@gongxiang/domain';
import { actorWith } from '@gongxiang/testing';
import { at, borrow, grantFor, hall, type Lending, startLending } from './lending.fixture.js';

let lending: Lending;
let owner: Actor;
let borrower: Actor;

beforeAll(async () => {
  lending = await startLending();
  lending.sharing.clock.set(at(2, '08:00')); // within the terms that the fixture grants
  owner = lending.ownerOfficer;
  borrower = lending.borrowerOfficer;
});
afterAll(() => lending.sharing.stop());

async function requested(): Promise<LoanView> {
  const { id } = await hall(lending);
  await grantFor(lending, id, { approval: 'custodian' });
  return borrow(lending, id, { startsAt: at(3, '10:00'), endsAt: at(3, '12:00') });
}

async function approved(): Promise<LoanView> {
  const { id: loanId } = await requested();
  return lending.sharing.ask(loanContract.approve, { loanId }, owner);
}

/** By a caller who has seen nothing, one with a stale version, and one with the current version. */
async function refusedUnlessSeen<Request, Response>(
  contract: Contract<Request, Response>,
  request: Request,
  { actor, past }: { readonly actor: Actor; readonly past: number },
): Promise<Response> {
  for (const [ifMatch, code] of [
    [null, 'VERSION_REQUIRED'],
    [past, 'VERSION_STALE'],
  ] as const)
    await expect(lending.sharing.ask(contract, request, actor, { ifMatch })).rejects.toMatchObject({ code });
  return lending.sharing.ask(contract, request, actor);
}

describe('whoever decides on a loan has seen it', () => {
  it('is approved for the time that its owner has seen, not for that to which it was moved since', async () => {
    const { id: loanId, version: past } = await requested();
    const moved = { loanId, startsAt: at(4, '10:00'), endsAt: at(4, '12:00') };
    await lending.sharing.ask(loanMoveContract.move, moved, borrower);
    expect(await refusedUnlessSeen(loanContract.approve, { loanId }, { actor: owner, past })).toMatchObject({
      state: 'approved',
      startsAt: new Date(at(4, '10:00')).toISOString(),
    });
  });

  it.each([
    ['refused', loanContract.refuse, { reason: '检修' }],
    ['moved', loanMoveContract.move, { startsAt: at(5, '10:00'), endsAt: at(5, '12:00'), reason: '检修' }],
    ['cancelled', loanContract.cancel, { reason: '检修' }],
  ] as const)('is %s as it was seen', async (_how, contract, words) => {
    const { id: loanId, version } = await requested();
    const seen = { actor: owner, past: version - 1 };
    // Each of the three uses the text of its own row.
    await refusedUnlessSeen(contract as Contract<object, LoanView>, { loanId, ...words }, seen);
  });

  it('is handed over, made longer and taken back as it was seen', async () => {
    const { id: loanId, version } = await approved();
    const extended = { loanId, endsAt: at(3, '14:00') };
    const seen = (past: number) => ({ actor: owner, past });
    const longer = await refusedUnlessSeen(loanContract.extend, extended, seen(version - 1));
    const out = await refusedUnlessSeen(loanContract.handOver, { loanId }, seen(version));
    expect(await refusedUnlessSeen(loanContract.giveBack, { loanId }, seen(longer.version))).toMatchObject({
      state: 'returned',
      version: out.version + 1,
    });
  });

  it('is longer by an answer to the wish that was seen', async () => {
    const { id: loanId } = await approved();
    const wish = { loanId, endsAt: at(3, '15:00'), reason: '加演一场' };
    for (const [contract, words, actor] of [
      [extensionRequestContract.withdraw, {}, borrower],
      [extensionRequestContract.refuse, { reason: '之后要检修' }, owner],
      [extensionRequestContract.approve, {}, owner],
    ] as const) {
      const asked = await lending.sharing.ask(extensionRequestContract.ask, wish, borrower);
      const request = { loanId, extensionRequestId: asked.id, ...words };
      const seen = { actor, past: asked.version - 1 };
      expect(await refusedUnlessSeen(contract as Contract<object, object>, request, seen)).toMatchObject({
        version: asked.version + 1,
      });
    }
  });
});

describe('whoever answers what the other hand says has seen it', () => {
  it('a handover, with what is said of its condition', async () => {
    const loan = await approved();
    const record = { loanId: loan.id, operationId: randomUUID(), direction: 'out', grade: 'good' } as const;
    const { id: handoverId, version } = await lending.sharing.ask(handoverContract.record, record, owner);
    const dispute = { loanId: loan.id, handoverId, words: '外壳已有划痕' };
    const disputed = await refusedUnlessSeen(handoverContract.dispute, dispute, {
      actor: borrower,
      past: version - 1,
    });
    expect(disputed).toMatchObject({ state: 'disputed', version: version + 1 });
    const seen = { actor: borrower, past: version };
    const confirm = { loanId: loan.id, handoverId };
    expect(await refusedUnlessSeen(handoverContract.confirm, confirm, seen)).toMatchObject({
      state: 'confirmed',
    });
  });

  it('a damage: the other side answers it, an officer above decides, the owner lets it off', async () => {
    const loan = await approved();
    await lending.sharing.ask(loanContract.handOver, { loanId: loan.id }, owner);
    const claim = { loanId: loan.id, note: '话筒网罩凹陷', amount: toWire(12_000n) };
    const above = actorWith({ roles: [['officer', randomUUID(), '1.']] });
    const claimed = () => lending.sharing.ask(loanDamageContract.claim, claim, owner);
    const first = await claimed();
    const ofFirst = { loanId: loan.id, damageId: first.id };
    const disputed = await refusedUnlessSeen(
      loanDamageContract.dispute,
      { ...ofFirst, reason: '交来时已有' },
      { actor: borrower, past: first.version - 1 },
    );
    const decision = { ...ofFirst, amount: toWire(6_000n), reason: '各担一半' };
    await refusedUnlessSeen(loanDamageContract.decide, decision, { actor: above, past: first.version });
    const off = { ...ofFirst, reason: '已修好' };
    await refusedUnlessSeen(loanDamageContract.withdraw, off, { actor: owner, past: disputed.version });
    const second = await claimed();
    const accepted = { loanId: loan.id, damageId: second.id };
    expect(
      await refusedUnlessSeen(loanDamageContract.accept, accepted, {
        actor: borrower,
        past: second.version - 1,
      }),
    ).toMatchObject({ state: 'accepted' });
  });
});

describe('a series of loans', () => {
  it('is cancelled as it was seen: not when one of its loans has changed since', async () => {
    const { id: resourceId } = await hall(lending);
    await grantFor(lending, resourceId);
    const wish = { startsAt: at(8, '19:00'), endsAt: at(8, '21:00'), rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3' };
    const series = await lending.sharing.ask(
      loanSeriesContract.create,
      { resourceId, borrowerUnionId: lending.borrower.id, purpose: '合唱团排练', ...wish },
      borrower,
    );
    const [first] = series.created;
    await lending.sharing.ask(loanContract.cancel, { loanId: first?.loanId ?? '' }, borrower);
    const seen = { actor: borrower, past: series.version };
    expect(await refusedUnlessSeen(loanSeriesContract.cancel, { seriesId: series.id }, seen)).toMatchObject({
      cancelled: [{ number: 2 }, { number: 3 }],
      over: true,
    });
  });
});
