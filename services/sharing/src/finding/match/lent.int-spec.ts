import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchContract, type MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { consentEvents } from '@gongxiang/contracts/words/consent';
import { needContract, type PostNeedRequest } from '@gongxiang/contracts/sharing/lending/need.contract';
import { actorWith, eventually } from '@gongxiang/testing';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { knownMembers } from '../../sharing.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

type Wants = PostNeedRequest['wants'];
const morning = { from: at(1, '10:00'), to: at(1, '12:00') };
const afternoon = { from: at(1, '14:00'), to: at(1, '16:00') };

/** The match of a borrower's need with a resource, and the codes of its reasons. */
async function matchFor(resourceId: string, wants: Wants, windows = [morning]) {
  const { borrower, borrowerOfficer, sharing } = lending;
  const party = { kind: 'union', id: borrower.id } as const;
  const request = { party, title: '年会桌椅', wants, windows, headcount: 10 };
  const need = await sharing.ask(needContract.post, request, borrowerOfficer);
  const match = await eventually(async (): Promise<MatchView> => {
    const listed = { needId: need.id, limit: 200 };
    const { items } = await sharing.ask(matchContract.list, listed, borrowerOfficer);
    const found = items.find(({ offer }) => offer.id === resourceId);
    if (found === undefined) throw new Error('not matched yet');
    return found;
  });
  return { id: match.id, codes: match.reasons.map(({ code }) => code) };
}

describe('a stock of which some are out', () => {
  it('E46: answers a want of as many as are left, and is proposed for the first time at which all are', async () => {
    const stock = { title: '折叠椅', function: 'service', counting: 'stock', quantity: 30 } as const;
    const { id } = await hall(lending, stock);
    await grantFor(lending, id);
    await borrow(lending, id, { quantity: 10 });
    const wanted = (quantity: number): Wants => [{ function: 'service', business: 'culture', quantity }];
    const fits = await matchFor(id, wanted(20));
    expect(fits.codes).toEqual(expect.arrayContaining(['AVAILABLE', 'PIECES_FIT']));
    // One more than is left then, though not more than exist.
    const short = await matchFor(id, wanted(21));
    expect(short.codes).toEqual(expect.arrayContaining(['NOT_AVAILABLE', 'PIECES_FIT']));
    const later = await matchFor(id, wanted(21), [morning, afternoon]);
    expect(later.codes).toContain('AVAILABLE_IN_PART');
    const { sharing, ownerOfficer, borrowerOfficer } = lending;
    await sharing.ask(matchContract.propose, { matchId: later.id }, ownerOfficer);
    const { outcome } = await sharing.ask(matchContract.accept, { matchId: later.id }, borrowerOfficer);
    const [from, to] = [afternoon.from, afternoon.to].map((one) => new Date(one).toISOString());
    expect(outcome).toMatchObject({ kind: 'loanRequest', id, from, to });
  });
});

it('a right for some purposes counts for a want of one of them alone', async () => {
  const { id } = await hall(lending, { title: '合唱室', function: 'facility', businesses: ['culture'] });
  await grantFor(lending, id, { businesses: ['culture'] });
  const rightFor = async (want: Wants[number]) => (await matchFor(id, [want])).codes;
  expect(await rightFor({ function: 'facility', business: 'culture' })).toContain('RIGHT_AUTOMATIC');
  expect(await rightFor({ function: 'facility' })).toContain('NO_RIGHT_YET');
});

it('what a person lends is not proposed once they have switched that off', async () => {
  const { owner, sharing } = lending;
  const people = await knownMembers(sharing, owner.id, 2);
  const [shown, silent] = await Promise.all(
    people.map((id) => {
      const person = actorWith({ personId: id, unionId: owner.id, unionPath: owner.path });
      const resource = { owner: { kind: 'person', id }, title: '二胡教学', function: 'people' } as const;
      return sharing.ask(resourceContract.create, { ...resource, businesses: ['culture'] }, person);
    }),
  );
  const state = { personId: people[1] ?? '', purpose: 'proposals', textVersion: 1, given: false } as const;
  await sharing.emit(consentEvents.changed, { ...state, at: sharing.clock.now().toISOString() });
  await eventually(async () =>
    expect(await sharing.dataSource.query('SELECT given FROM person_consent')).toEqual([{ given: false }]),
  );
  const { id } = await matchFor(shown?.id ?? '', [{ function: 'people', business: 'culture' }]);
  const [{ needId }] = (await sharing.dataSource.query(
    'SELECT need_id AS "needId" FROM need_match WHERE id = $1',
    [id],
  )) as [{ needId: string }];
  const { items } = await sharing.ask(matchContract.list, { needId, limit: 200 }, lending.borrowerOfficer);
  expect(items.map(({ offer }) => offer.id)).not.toContain(silent?.id);
});
