import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import fc from 'fast-check';
import { hall, type Lending, startLending } from '../loan/lending.fixture.js';
import { OccupancyRepository } from './occupancy.repository.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

const start = Date.UTC(2027, 0, 1);
const hourMs = 3_600_000;
const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 30 }))
  .map(([from, hours]) => ({
    start: new Date(start + from * hourMs),
    end: new Date(start + (from + hours) * hourMs),
  }));

it('the bookings of many units, each within a window of its own, are those that overlap it', async () => {
  const { dataSource, app } = lending.sharing;
  const { id: single } = await hall(lending, { title: '礼堂' });
  const { id: counted } = await hall(lending, { title: '桌子', counting: 'stock', quantity: 1_000 });
  for (const { start: from, end } of fc.sample(anyPeriod, { seed: 20_261_130, numRuns: 60 })) {
    // Of those of a single thing that would meet others, the constraint leaves one out.
    await dataSource.query(
      `INSERT INTO booking (resource_id, id, kind, starts_at, occupied_until, quantity)
       VALUES ($1, $3, 'loan', $5, $6, NULL), ($2, $4, 'block', $5, $6, 1) ON CONFLICT DO NOTHING`,
      [single, counted, newId(), newId(), from, end],
    );
  }
  const asked = fc
    .sample(anyPeriod, { seed: 1, numRuns: 200 })
    .map((window, place) => ({ unitIds: [[single], [counted], [single, counted]][place % 3] ?? [], window }));
  const found = await app
    .get(Transactions, { strict: false })
    .system(continueTrace(undefined), (tx) => new OccupancyRepository().taken(tx, asked, 1_000));
  const all: { unitId: string; start: Date; end: Date }[] = await dataSource.query(
    `SELECT resource_id AS "unitId", starts_at AS start, occupied_until AS "end", quantity, kind = 'block' AS "isBlock"
     FROM booking WHERE resource_id = ANY($1)`,
    [[single, counted]],
  );
  const inOrder = (some: readonly (typeof all)[number][]) =>
    some.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort();
  asked.forEach(({ unitIds, window }, place) => {
    const overlapping = all.filter(
      (one) => unitIds.includes(one.unitId) && one.start < window.end && window.start < one.end,
    );
    expect(inOrder(found[place] ?? [])).toEqual(inOrder(overlapping));
  });
  expect(found.flat().length).toBeGreaterThan(asked.length);
});
