import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extensionRequestContract } from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import { handoverContract, type HandoverView } from '@gongxiang/contracts/sharing/lending/handover.contract';
import {
  type DamageView,
  loanDamageContract,
} from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type Actor, toWire } from '@gongxiang/domain';
import { actorWith, untilAwaits } from '@gongxiang/testing';
import { knownMembers, knownUnion } from '../../sharing.fixture.js';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;
let federation: Actor;

beforeAll(async () => {
  lending = await startLending();
  lending.sharing.clock.set(at(2, '08:00'));
  const { id, path } = await knownUnion(lending.sharing, '1.', 'large');
  federation = actorWith({ roles: [['officer', id, path]] });
});
afterAll(() => lending.sharing.stop());

const awaits = (loan: LoanView, ...kinds: string[]) =>
  untilAwaits(lending.sharing, 'sharing', loan.id, kinds);
const office = (unionId: string, roles = ['officer', 'organiser'], exceptIds: string[] = []) =>
  expect.objectContaining({ roles, unionIds: [unionId], isNearest: true, exceptIds });

const askExtension = (loan: LoanView, endsAt: string) =>
  lending.sharing.ask(
    extensionRequestContract.ask,
    { loanId: loan.id, endsAt, reason: '活动延长' },
    lending.borrowerOfficer,
  );
const record = (loan: LoanView, direction: 'out' | 'back'): Promise<HandoverView> =>
  lending.sharing.ask(
    handoverContract.record,
    { loanId: loan.id, operationId: randomUUID(), direction },
    lending.ownerOfficer,
  );
const confirm = ({ loanId, id: handoverId }: HandoverView): Promise<HandoverView> =>
  lending.sharing.ask(handoverContract.confirm, { loanId, handoverId }, lending.borrowerOfficer);

async function requested(day = 3): Promise<LoanView> {
  const { id } = await hall(lending);
  await grantFor(lending, id, { approval: 'custodian' });
  return borrow(lending, id, { startsAt: at(day, '10:00'), endsAt: at(day, '12:00') });
}
const claim = ({ id: loanId }: LoanView, { id: handoverId }: HandoverView): Promise<DamageView> =>
  lending.sharing.ask(
    loanDamageContract.claim,
    { loanId, note: '话筒网罩凹陷', amount: toWire(12_000n), handoverId },
    lending.ownerOfficer,
  );

const approve = ({ id: loanId }: LoanView): Promise<LoanView> =>
  lending.sharing.ask(loanContract.approve, { loanId }, lending.ownerOfficer);

describe('a loan that waits', () => {
  it('for a decision waits for who decides for the owner, until it is decided', async () => {
    const loan = await requested();
    const [awaited] = await awaits(loan, 'loanRequested');
    expect(awaited).toMatchObject({
      why: 'lends',
      title: '多功能厅',
      personIds: [],
      offices: office(lending.owner.id),
      about: { loanId: loan.id },
      values: { partyName: loan.borrowerUnionName, startsAt: loan.startsAt },
      dueAt: loan.decideBy,
    });
    await approve(loan);
    await awaits(loan);
  });

  it('may be approved by the link in a message where it is free of charge, as it is seen there', async () => {
    const free = await requested(4);
    const [awaited] = await awaits(free, 'loanRequested');
    expect(awaited).toMatchObject({ linkVersion: free.version });
    const { id } = await hall(lending);
    const price = { kind: 'fee', fee: toWire(20_000n), per: 'loan' } as const;
    await grantFor(lending, id, { approval: 'custodian', price });
    const paid = await borrow(lending, id, { startsAt: at(4, '10:00'), endsAt: at(4, '12:00') });
    const [toPay] = await awaits(paid, 'loanRequested');
    expect(toPay).toMatchObject({ linkVersion: null });
  });

  it('for a person who owns it waits for them by name, and for who acts in their name', async () => {
    const [personId = ''] = await knownMembers(lending.sharing, lending.owner.id, 1);
    const { id: unionId, path: unionPath } = lending.owner;
    const owner = { ...actorWith({ unionId, unionPath }), personId };
    const { id } = await lending.sharing.ask(
      resourceContract.create,
      {
        owner: { kind: 'person', id: owner.personId },
        title: '小提琴课',
        function: 'people',
        businesses: ['culture'],
      },
      owner,
    );
    await grantFor(lending, id, { approval: 'custodian' }, owner);
    const asked = { borrowerUnionId: lending.other.id, startsAt: at(3, '10:00'), endsAt: at(3, '12:00') };
    const loan = await borrow(lending, id, asked, lending.otherOfficer);
    const [awaited] = await awaits(loan, 'loanRequested');
    expect(awaited).toMatchObject({
      personIds: [owner.personId],
      offices: { unionIds: [], matters: [{ kind: 'person', id: owner.personId }] },
    });
  });

  it('for more time waits for the owner again', async () => {
    const loan = await requested();
    await approve(loan);
    const asked = await askExtension(loan, at(3, '13:00'));
    const [awaited] = await awaits(loan, 'extensionAsked');
    expect(awaited).toMatchObject({
      offices: office(lending.owner.id),
      values: { at: asked.endsAt, reason: '活动延长' },
      dueAt: asked.decideBy,
    });
    const extension = { loanId: loan.id, extensionRequestId: asked.id };
    await lending.sharing.ask(extensionRequestContract.withdraw, extension, lending.borrowerOfficer);
    await awaits(loan);
  });

  it('for an answer to a handover waits for the other side, and for a damage for whose money it is', async () => {
    const loan = await requested();
    await approve(loan);
    lending.sharing.clock.set(at(3, '10:00'));
    const out = await record(loan, 'out');
    const [handed] = await awaits(loan, 'handoverWaiting');
    expect(handed).toMatchObject({
      personIds: [lending.borrowerOfficer.personId],
      slot: out.id,
      dueAt: out.answerBy,
    });
    await confirm(out);
    await awaits(loan);
    const back = await record(loan, 'back');
    const damage = await claim(loan, back);
    const [, claimed] = await awaits(loan, 'handoverWaiting', 'damageClaimed');
    expect(claimed).toMatchObject({
      offices: office(lending.borrower.id, ['officer', 'finance'], [lending.ownerOfficer.personId]),
      values: { fen: '12000', direction: 'owes', reason: '话筒网罩凹陷' },
      dueAt: damage.answerBy,
    });
    const ids = { loanId: loan.id, damageId: damage.id };
    const objection = { ...ids, reason: '原有旧损' };
    await lending.sharing.ask(loanDamageContract.dispute, objection, lending.borrowerOfficer);
    const [, referred] = await awaits(loan, 'handoverWaiting', 'damageReferred');
    expect(referred).toMatchObject({
      why: 'decidesDamage',
      offices: { exceptIds: [lending.ownerOfficer.personId, lending.borrowerOfficer.personId] },
      values: { fen: '12000', reason: '原有旧损' },
    });
    await lending.sharing.ask(
      loanDamageContract.decide,
      { ...ids, amount: toWire(3_000n), reason: '各担一部分' },
      federation,
    );
    await confirm(back);
    await awaits(loan);
  });

  it('for a claim that nobody answers in time waits for who decides on it, too', async () => {
    const loan = await requested(4);
    await approve(loan);
    lending.sharing.clock.set(at(4, '10:00'));
    await confirm(await record(loan, 'out'));
    const { answerBy } = await claim(loan, await record(loan, 'back'));
    await awaits(loan, 'handoverWaiting', 'damageClaimed');
    lending.sharing.clock.set(answerBy);
    const [, referred] = await awaits(loan, 'damageClaimed', 'damageReferred');
    expect(referred).toMatchObject({ values: { fen: '12000', answer: 'none' } });
  });
});
