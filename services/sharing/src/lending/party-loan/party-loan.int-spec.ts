import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { delegationContract } from '@gongxiang/contracts/sharing/activities/delegation.contract';
import { extensionRequestContract } from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import { handoverContract } from '@gongxiang/contracts/sharing/lending/handover.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  type AskPartyLoan,
  type BorrowingKind,
  partyLoanContract,
  type PartyLoanView,
} from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, untilAwaits } from '@gongxiang/testing';
import { noticesTo } from '../../reference/notice/notice.fixture.js';
import { PartyRef } from '../../reference/reference.entity.js';
import { knownMembers } from '../../sharing.fixture.js';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  officerOf,
  startLending,
} from '../loan/lending.fixture.js';

let lending: Lending;
let leader: Actor;
let second: Actor;
let day = 2;

beforeAll(async () => {
  lending = await startLending();
  const ids = await knownMembers(lending.sharing, lending.borrower.id, 2);
  const { id: unionId, path: unionPath } = lending.borrower;
  [leader, second] = ids.map((personId) => actorWith({ personId, unionId, unionPath })) as [Actor, Actor];
});
afterAll(() => lending.sharing.stop());

interface Own {
  readonly kind: BorrowingKind;
  readonly id: string;
}

/** A party of the union that borrows, for which the leader acts. */
async function partyOf(kind: BorrowingKind = 'club'): Promise<Own> {
  const own = { kind, id: newId() };
  const state = { ...own, version: 1, name: '夜跑俱乐部', unionId: lending.borrower.id, active: true };
  await lending.sharing.dataSource.manager.insert(PartyRef, state);
  await delegate(own, leader);
  return own;
}

const delegate = ({ kind: matterKind, id: matterId }: Own, { personId }: Actor) =>
  lending.sharing.ask(delegationContract.create, { matterKind, matterId, personId }, lending.borrowerOfficer);

async function room(approval: 'automatic' | 'custodian' = 'automatic'): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id, { approval });
  return id;
}

function ask(party: Own, resourceId: string, more: Partial<AskPartyLoan> = {}, by = leader) {
  day = day < 27 ? day + 1 : 3;
  const times = { startsAt: at(day, '10:00'), endsAt: at(day, '12:00') };
  const request = { party, resourceId, ...times, purpose: '周末训练', ...more };
  return lending.sharing.ask(partyLoanContract.ask, request, by);
}

const agree = ({ id: partyLoanId, version }: PartyLoanView, by = lending.borrowerOfficer) =>
  lending.sharing.ask(partyLoanContract.agree, { partyLoanId }, by, { ifMatch: version });
const shown = ({ id: partyLoanId }: PartyLoanView, by: Actor) =>
  lending.sharing.ask(partyLoanContract.get, { partyLoanId }, by);
const refused = (code: string): object => ({ code });

describe('what a party asks its union to borrow', () => {
  it.each(['club', 'organisation', 'enterprise'] as const)(
    'waits for the union of the %s, and is a loan of that union in its name once it agrees',
    async (kind) => {
      const { sharing } = lending;
      const own = await partyOf(kind);
      const asked = await ask(own, await room());
      expect(asked).toMatchObject({
        party: own,
        partyName: '夜跑俱乐部',
        unionId: lending.borrower.id,
        resourceTitle: '多功能厅',
        state: 'waiting',
        loanId: null,
        requestedByName: '张*',
      });
      const [awaited] = await untilAwaits(sharing, 'sharing', asked.id, ['partyLoanAsked']);
      expect(awaited).toMatchObject({
        offices: { unionIds: [lending.borrower.id], exceptIds: [leader.personId] },
        about: { partyLoanId: asked.id },
        dueAt: asked.startsAt,
      });
      // It takes no time of the resource: somebody else may be first.
      const agreed = await agree(asked);
      expect(agreed).toMatchObject({ state: 'agreed', loanId: expect.any(String) });
      await untilAwaits(sharing, 'sharing', asked.id, []);
      const loanId = agreed.loanId ?? '';
      expect(await sharing.ask(loanContract.get, { loanId }, leader)).toMatchObject({
        borrowerUnionId: lending.borrower.id,
        requestedBy: leader.personId,
        partyName: '夜跑俱乐部',
        state: 'approved',
      });
      expect(await noticesTo(sharing, leader)).toContainEqual(
        expect.objectContaining({ kind: 'partyLoanAgreed', why: 'actsForParty' }),
      );
    },
  );

  it('is judged by right and calendar only then, and stays open where they refuse it', async () => {
    const own = await partyOf();
    const resourceId = await room();
    const asked = await ask(own, resourceId);
    const { startsAt, endsAt } = asked;
    const first = await borrow(
      lending,
      resourceId,
      { borrowerUnionId: lending.other.id, startsAt, endsAt },
      lending.otherOfficer,
    );
    await expect(agree(asked)).rejects.toMatchObject(refused('SLOT_TAKEN'));
    expect(await shown(asked, leader)).toMatchObject({ state: 'waiting', version: 1 });
    await lending.sharing.ask(loanContract.cancel, { loanId: first.id }, lending.otherOfficer);
    expect(await agree(asked)).toMatchObject({ state: 'agreed' });
    const bare = await ask(own, (await hall(lending)).id);
    await expect(agree(bare)).rejects.toMatchObject(refused('NO_RIGHT_OF_USE'));
  });

  it('is asked by whoever acts for it, and decided on by another who borrows for its union', async () => {
    const own = await partyOf();
    const resourceId = await room();
    for (const nobody of [second, lending.borrowerOfficer, lending.otherOfficer])
      await expect(ask(own, resourceId, {}, nobody)).rejects.toMatchObject(refused('NOT_PERMITTED'));
    const asked = await ask(own, resourceId);
    await expect(shown(asked, second)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(agree(asked, leader)).rejects.toMatchObject(refused('NOT_PERMITTED'));
    for (const nobody of [second, lending.otherOfficer])
      await expect(agree(asked, nobody)).rejects.toMatchObject(refused('NOT_FOUND'));
    // An officer who also acts for the club does not agree to what they have asked for, not even in the database.
    const officer = { ...officerOf(lending.borrower), personId: leader.personId };
    await expect(agree(asked, officer)).rejects.toMatchObject(refused('PARTY_LOAN_OWN'));
    await expect(
      lending.sharing.dataSource.query(
        `UPDATE party_loan SET state = 'declined', reason = 'x', decided_by = requested_by, decided_at = now()
         WHERE id = $1`,
        [asked.id],
      ),
    ).rejects.toThrow('party_loan_check');
    await expect(agree({ ...asked, version: 7 })).rejects.toMatchObject(refused('VERSION_STALE'));
    const list = async (by: Actor) =>
      (await lending.sharing.ask(partyLoanContract.list, { state: 'waiting' }, by)).items.map(({ id }) => id);
    expect(await list(leader)).toContain(asked.id);
    expect(await list(lending.borrowerOfficer)).toContain(asked.id);
    expect([await list(second), await list(lending.otherOfficer)]).toEqual([[], []]);
  });

  it('is declined with a reason, withdrawn, or lapses with its beginning; each once, and its asker hears of it', async () => {
    const { sharing } = lending;
    const own = await partyOf();
    const resourceId = await room();
    const [declined, withdrawn] = [await ask(own, resourceId), await ask(own, resourceId)];
    const decline = { partyLoanId: declined.id, reason: '当天另有安排' };
    expect(
      await sharing.ask(partyLoanContract.decline, decline, lending.borrowerOfficer, { ifMatch: 1 }),
    ).toMatchObject({ state: 'declined', reason: '当天另有安排', loanId: null });
    const withdraw = { partyLoanId: withdrawn.id };
    expect(await sharing.ask(partyLoanContract.withdraw, withdraw, leader)).toMatchObject({
      state: 'withdrawn',
    });
    await expect(sharing.ask(partyLoanContract.withdraw, withdraw, leader)).rejects.toMatchObject(
      refused('ILLEGAL_TRANSITION'),
    );
    await expect(agree({ ...declined, version: 2 })).rejects.toMatchObject(refused('ILLEGAL_TRANSITION'));
    expect(await noticesTo(sharing, leader)).toContainEqual(
      expect.objectContaining({
        kind: 'partyLoanNotAgreed',
        values: expect.objectContaining({ reason: '当天另有安排' }),
      }),
    );
  });

  it('is one of five that wait of a party at most, however many ask at once', async () => {
    const own = await partyOf();
    await delegate(own, second);
    const resourceId = await room();
    for (let index = 0; index < 4; index += 1) await ask(own, resourceId);
    const both = await Promise.allSettled([ask(own, resourceId), ask(own, resourceId, {}, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(ask(own, resourceId)).rejects.toMatchObject({
      code: 'PARTY_LOANS_TOO_MANY',
      params: { max: 5 },
    });
    await lending.sharing.dataSource.manager.update(PartyRef, { id: own.id }, { active: false });
    await expect(ask(own, resourceId)).rejects.toMatchObject({
      code: 'PARTY_CLOSED',
      errors: [{ pointer: '/party/id' }],
    });
  });
});

describe('a loan in the name of a party', () => {
  it('is seen to by all who act for it, but for what may cost its union more', async () => {
    const { sharing } = lending;
    const own = await partyOf();
    await delegate(own, second);
    const asked = await ask(own, await room('custodian'));
    const loanId = (await agree(asked)).loanId ?? '';
    await sharing.ask(loanContract.approve, { loanId }, lending.ownerOfficer);
    // More time may cost more: it is the union that asks.
    const more = { loanId, endsAt: at(Number(asked.endsAt.slice(8, 10)), '13:00'), reason: '延长' };
    for (const one of [leader, second])
      await expect(sharing.ask(extensionRequestContract.ask, more, one)).rejects.toMatchObject(
        refused('NOT_PERMITTED'),
      );
    sharing.clock.set(asked.startsAt);
    const out = await sharing.ask(
      handoverContract.record,
      { loanId, operationId: randomUUID(), direction: 'out' },
      lending.ownerOfficer,
    );
    await sharing.ask(handoverContract.confirm, { loanId, handoverId: out.id }, second);
    expect(await sharing.ask(loanContract.get, { loanId }, second)).toMatchObject({ state: 'handedOver' });
    await expect(sharing.ask(loanContract.get, { loanId }, lending.otherOfficer)).rejects.toMatchObject(
      refused('NOT_FOUND'),
    );
    const next = await ask(own, await room());
    const loan = (await agree(next)).loanId ?? '';
    expect(await sharing.ask(loanContract.cancel, { loanId: loan }, second)).toMatchObject({
      state: 'cancelled',
    });
  });

  it('is never asked for after its beginning', async () => {
    const own = await partyOf();
    const asked = await ask(own, await room());
    lending.sharing.clock.set(asked.startsAt);
    await eventually(async () => expect(await shown(asked, leader)).toMatchObject({ state: 'lapsed' }));
    expect(await noticesTo(lending.sharing, leader)).toContainEqual(
      expect.objectContaining({ kind: 'partyLoanNotAgreed', about: { partyLoanId: asked.id } }),
    );
  });
});
