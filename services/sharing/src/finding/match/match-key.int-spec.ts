import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import fc from 'fast-check';
import { type Lending, startLending } from '../../lending/loan/lending.fixture.js';
import { MatchKeyRepository } from './match-key.repository.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

const unions = [newId(), newId(), newId()];
const [big = '', small = ''] = unions;
const keys = ['k1', 'k2', 'k3', 'k4'];

/** What is offered under some keys; mostly by one union, of which there may be more than is read to spare. */
const anyOffers = fc.array(
  fc.record({
    keys: fc.subarray(keys, { minLength: 1 }),
    owner: fc.constantFrom(big, big, big, small),
  }),
  { maxLength: 60 },
);
const anyList = fc.record({
  tiers: fc.array(fc.subarray(keys), { maxLength: 3 }),
  max: fc.integer({ min: 1, max: 12 }),
  notOfUnion: fc.constantFrom(...unions),
});

interface Placed {
  readonly id: string;
  readonly keys: readonly string[];
  readonly owner: string;
}

/** The newest of each tier in turn, without those of the union itself. */
function newestOf(
  offers: readonly Placed[],
  { tiers, max, notOfUnion }: { tiers: string[][]; max: number; notOfUnion: string },
): string[] {
  const found = new Set<string>();
  for (const tier of tiers)
    for (const { id } of offers
      .filter((one) => one.owner !== notOfUnion && one.keys.some((key) => tier.includes(key)))
      .toSorted((left, right) => (left.id < right.id ? 1 : -1)))
      if (found.size < max) found.add(id);
  return [...found];
}

it('the newest offers of others are found for many lists at once, however much is of their own unions', async () => {
  const { app, dataSource } = lending.sharing;
  const repository = new MatchKeyRepository();
  await fc.assert(
    fc.asyncProperty(anyOffers, fc.array(anyList, { maxLength: 8 }), async (some, lists) => {
      await dataSource.query('DELETE FROM offer_key');
      const offers = some.map((one): Placed => ({ ...one, id: newId() }));
      await app.get(Transactions).system(continueTrace(undefined), async (tx) => {
        await repository.placeOffers(
          tx,
          offers.map(({ id, keys: under, owner }) => ({ id, keys: under, ownerUnionId: owner })),
        );
        const found = await repository.offersUnder(tx, lists);
        expect(found).toEqual(lists.map((list) => newestOf(offers, list)));
      });
    }),
    { numRuns: 100 },
  );
});
