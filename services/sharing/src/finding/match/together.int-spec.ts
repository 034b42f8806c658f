import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchContract, type MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import {
  needContract,
  type NeedView,
  type PostNeedRequest,
} from '@gongxiang/contracts/sharing/lending/need.contract';
import { eventually } from '@gongxiang/testing';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { needDue } from '../../lending/need/need.due.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

const morning = { from: at(1, '10:00'), to: at(1, '12:00') };
const afternoon = { from: at(1, '14:00'), to: at(1, '16:00') };

function post(changes: Partial<PostNeedRequest>): Promise<NeedView> {
  const { borrower, borrowerOfficer, sharing } = lending;
  const party = { kind: 'union', id: borrower.id } as const;
  const request = { party, title: '合唱排练', wants: [], windows: [morning], headcount: 30, ...changes };
  return sharing.ask(needContract.post, request, borrowerOfficer);
}

async function listOf(needId: string): Promise<Pick<MatchView, 'score' | 'offer' | 'reasons'>[]> {
  const request = { needId, limit: 200 };
  const { items } = await lending.sharing.ask(matchContract.list, request, lending.borrowerOfficer);
  return items.map(({ score, offer, reasons }) => ({ score, offer, reasons }));
}

/** Waits until no matching work is due any more. */
function settled(): Promise<void> {
  return eventually(async () => {
    const due = await lending.sharing.dataSource.query<unknown[]>(
      `SELECT 1 FROM due WHERE kind LIKE 'match-%' AND due_at <= $1`,
      [lending.sharing.clock.now()],
    );
    expect(due).toEqual([]);
  });
}

/** Matches these needs again, in as many transactions as there are lists of them. */
async function matchAgain(...lists: readonly (readonly string[])[]): Promise<void> {
  const { dataSource, clock } = lending.sharing;
  for (const needIds of lists) {
    await dataSource.query(`DELETE FROM need_match WHERE need_id = ANY($1)`, [needIds]);
    await dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload)
       SELECT $1, id || '/anew', $2, '{"isPlaced": true}' FROM unnest($3::text[]) AS id`,
      [needDue.match, clock.now(), needIds],
    );
    await settled();
  }
}

describe('needs that are matched together', () => {
  it('find what each finds alone, each for its own times, wants and words', async () => {
    const places = ['合唱室', '排练厅', '小剧场'];
    for (const [place, title] of places.entries()) {
      const { id } = await hall(lending, { title, function: 'facility', capacity: 40 + place });
      await grantFor(lending, id);
      if (place === 0) await borrow(lending, id);
    }
    await hall(lending, { title: '声乐老师', function: 'people' });
    const wants: PostNeedRequest['wants'][] = [
      [{ function: 'facility', business: 'culture' }],
      [{ function: 'facility' }, { function: 'people', skill: '声乐教练' }],
      [{ function: 'people', skill: '声乐教练' }],
    ];
    const posted = await Promise.all(
      wants.flatMap((some) => [morning, afternoon].map((one) => post({ wants: some, windows: [one] }))),
    );
    const ids = posted.map(({ id }) => id);
    await settled();
    await matchAgain(ids);
    const together = await Promise.all(ids.map(listOf));
    await matchAgain(...ids.map((id) => [id]));
    const alone = await Promise.all(ids.map(listOf));
    expect(together).toEqual(alone);
    const offered = together.map((list) => list.map(({ offer }) => offer.title).sort());
    expect(offered.slice(0, 4).map((titles) => titles.filter((title) => places.includes(title)))).toEqual(
      [1, 2, 3, 4].map(() => [...places].sort()),
    );
    expect(offered[4]).toEqual(['声乐老师']);
    // The first place is only lent in the morning.
    const codesOf = (list = 0) =>
      together[list]?.find(({ offer }) => offer.title === '合唱室')?.reasons.map(({ code }) => code);
    expect(codesOf(0)).toContain('NOT_AVAILABLE');
    expect(codesOf(1)).toContain('AVAILABLE');
  });

  it('are tried alone where one of them cannot be matched yet', async () => {
    const wants = [{ function: 'facility' }] as const;
    const [stuck, sound] = await Promise.all([post({ wants: [...wants] }), post({ wants: [...wants] })]);
    await settled();
    const { dataSource, clock } = lending.sharing;
    const nowhere = '00000000-0000-7000-8000-000000000000';
    await dataSource.query('UPDATE need SET union_id = $2 WHERE id = $1', [stuck.id, nowhere]);
    await dataSource.query('DELETE FROM need_match WHERE need_id = ANY($1)', [[stuck.id, sound.id]]);
    await dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload)
       SELECT $1, id || '/anew', $2, '{"isPlaced": true}' FROM unnest($3::text[]) AS id`,
      [needDue.match, clock.now(), [stuck.id, sound.id]],
    );
    await eventually(async () => expect(await listOf(sound.id)).not.toEqual([]));
    await eventually(async () => {
      const waiting: { since: Date | null }[] = await dataSource.query(
        'SELECT waiting_since AS since FROM due WHERE kind = $1 AND key LIKE $2',
        [needDue.match, `${stuck.id}/%`],
      );
      expect(waiting).toEqual([{ since: expect.any(Date) }]);
    });
    await dataSource.query('UPDATE need SET union_id = $2 WHERE id = $1', [stuck.id, lending.borrower.id]);
    clock.advance(1_000);
    await eventually(async () => expect(await listOf(stuck.id)).not.toEqual([]));
  });
});

it('what a need names is found however many newer ones of the function say something else', async () => {
  const { dataSource } = lending.sharing;
  const { id } = await hall(lending, { title: '古琴指导', function: 'management' });
  const newer = await hall(lending, { title: '财务管理', function: 'management' });
  await settled();
  // Without an index entry it is found only by its words.
  await dataSource.query('DELETE FROM offer_key WHERE offer_id = ANY($1)', [[id, newer.id]]);
  await dataSource.query(
    `INSERT INTO resource SELECT copied.* FROM resource r CROSS JOIN generate_series(1, 250) AS n
     CROSS JOIN LATERAL jsonb_populate_record(NULL::resource, to_jsonb(r) || jsonb_build_object('id', uuidv7(n * interval '1 ms'))) AS copied
     WHERE r.id = $1`,
    [newer.id],
  );
  const need = await post({ wants: [{ function: 'management', skill: '古琴指导' }] });
  await settled();
  expect((await listOf(need.id)).map(({ offer }) => offer.id)).toEqual([id]);
});
