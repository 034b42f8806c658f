import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchContract, type MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import {
  needContract,
  type NeedView,
  type PostNeedRequest,
} from '@gongxiang/contracts/sharing/lending/need.contract';
import { resourceFunctions, unionBusinesses } from '@gongxiang/contracts/sharing/sharing-events';
import { eventually } from '@gongxiang/testing';
import fc from 'fast-check';
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

/** In two districts a few kilometres apart, in a third one without a place, or anywhere. */
const anyPlace = fc.constantFrom(
  { district: '江岸区', latitude: 30.6, longitude: 114.3 },
  { district: '武昌区', latitude: 30.55, longitude: 114.32 },
  { district: '黄陂区' },
  {},
);
const anyTitle = fc.constantFrom('合唱室', '会议室', '投影仪', '瑜伽教练', '法律咨询', '章程范本');
const anyFunction = fc.constantFrom(...resourceFunctions);
const anyBusiness = fc.constantFrom(...unionBusinesses);

const anyOffer = fc
  .tuple(
    fc.record({
      title: anyTitle,
      function: anyFunction,
      businesses: fc.uniqueArray(anyBusiness, { minLength: 1, maxLength: 3 }),
      capacity: fc.integer({ min: 10, max: 200 }),
      isGranted: fc.boolean(),
      isTaken: fc.boolean(),
    }),
    anyPlace,
  )
  .map(([offer, place]) => ({ ...offer, ...place }));

const anyWant = fc.record(
  {
    function: anyFunction,
    business: anyBusiness,
    skill: anyTitle,
    capacity: fc.integer({ min: 10, max: 100 }),
  },
  { requiredKeys: ['function'] },
);
const anyNeed = fc
  .tuple(
    fc.record({
      title: anyTitle,
      wants: fc.array(anyWant, { minLength: 1, maxLength: 3 }),
      windows: fc.subarray([morning, afternoon], { minLength: 1 }),
      headcount: fc.integer({ min: 5, max: 150 }),
    }),
    anyPlace,
  )
  .map(([need, place]) => ({ ...need, ...place }));

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

it('a batch that dies in the middle is done once more, and comes to the same', async () => {
  const { dataSource, clock } = lending.sharing;
  const { id: hallId } = await hall(lending, { title: '合唱室', capacity: 40 });
  await grantFor(lending, hallId);
  const wants = [{ function: 'facility', business: 'culture' }] as const;
  const posted = await Promise.all([1, 2, 3].map(() => post({ wants: [...wants] })));
  const ids = posted.map(({ id }) => id);
  await settled();
  const first = await Promise.all(ids.map(listOf));
  expect(first.every((list) => list.length > 0)).toBe(true);
  const [held]: { row: unknown }[] = await dataSource.query(
    'SELECT to_jsonb(m) AS row FROM need_match m WHERE need_id = $1 LIMIT 1',
    [ids[1]],
  );
  await dataSource.query('DELETE FROM need_match WHERE need_id = ANY($1)', [ids]);
  const other = dataSource.createQueryRunner();
  await other.startTransaction();
  // What the batch writes waits for this, after all its reading.
  await other.query('INSERT INTO need_match SELECT * FROM jsonb_populate_record(NULL::need_match, $1)', [
    held?.row,
  ]);
  await dataSource.query(
    `INSERT INTO due (kind, key, due_at, payload)
     SELECT $1, id || '/anew', $2, '{"isPlaced": true}' FROM unnest($3::text[]) AS id`,
    [needDue.match, clock.now(), ids],
  );
  await eventually(async () => {
    const killed = await dataSource.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO need_match%'`,
    );
    expect(killed).toHaveLength(1);
  });
  await other.rollbackTransaction();
  await other.release();
  await eventually(async () => {
    clock.advance(1_000);
    expect(await Promise.all(ids.map(listOf))).toEqual(first);
  });
  await settled();
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

// Last, as its offers would be found by the others.
it('needs of a random network find together what each finds alone', async () => {
  const offers = fc.sample(anyOffer, { seed: 20_261_130, numRuns: 30 });
  for (const { isGranted, isTaken, ...offer } of offers) {
    const { id } = await hall(lending, offer);
    if (isGranted) await grantFor(lending, id);
    if (isGranted && isTaken && offer.function === 'facility') await borrow(lending, id);
  }
  const ids: string[] = [];
  for (const need of fc.sample(anyNeed, { seed: 20_261_130, numRuns: 25 })) ids.push((await post(need)).id);
  await settled();
  await matchAgain(ids);
  const together = await Promise.all(ids.map(listOf));
  await matchAgain(...ids.map((id) => [id]));
  expect(together).toEqual(await Promise.all(ids.map(listOf)));
  expect(together.filter((list) => list.length > 0).length).toBeGreaterThan(ids.length / 2);
}, 120_000);
