import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loanContract, resourceContract } from '@gongxiang/contracts';
import type { DomainError } from '@gongxiang/domain';
import { borrow, grantFor, hall, type Lending, startLending } from './lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});

afterAll(() => lending.sharing.stop());

const operations = 360;
const atOnce = 6;
const hourMs = 3_600_000;

/** A small generator with a seed, so that a history that fails can be run again (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface World {
  readonly resourceIds: readonly string[];
  readonly loanIds: string[];
  /** Handed over, and not given back. */
  readonly outIds: string[];
  readonly grants: { resourceId: string; grantId: string }[];
  readonly random: (below: number) => number;
}

async function buildWorld(seed: number): Promise<World> {
  const whole = await hall(lending, { turnaroundMinutes: 30 });
  const parts = [await hall(lending, { partOfId: whole.id }), await hall(lending, { partOfId: whole.id })];
  const resourceIds = [whole.id, ...parts.map(({ id }) => id)];
  return { resourceIds, loanIds: [], outIds: [], grants: [], random: randomFrom(seed) };
}

function pick<T>({ random }: World, items: readonly T[]): T | undefined {
  return items[random(Math.max(1, items.length))];
}

type Operation = (world: World) => Promise<unknown>;

const handOver: Operation = async (world) => {
  const loan = await lending.sharing.ask(
    loanContract.handOver,
    { loanId: aLoan(world) },
    lending.ownerOfficer,
  );
  world.outIds.push(loan.id);
};

/** Mostly something that is out: a borrower with an overdue loan gets nothing more. */
const giveBack: Operation = (world) => {
  const loanId = world.outIds.shift() ?? aLoan(world);
  return lending.sharing.ask(loanContract.giveBack, { loanId }, lending.ownerOfficer);
};

const operationsOfPeople: readonly Operation[] = [
  async (world) => {
    const resourceId = pick(world, world.resourceIds) ?? '';
    const from = lending.sharing.clock.now();
    const until = new Date(from.getTime() + (5 + world.random(60)) * hourMs).toISOString();
    const approval = world.random(2) === 0 ? 'automatic' : 'custodian';
    const grant = await grantFor(lending, resourceId, { approval, from: from.toISOString(), until });
    world.grants.push({ resourceId, grantId: grant.id });
  },
  async (world) => {
    const grant = pick(world, world.grants);
    if (grant === undefined || world.random(3) > 0) return;
    await lending.sharing.ask(resourceContract.revokeGrant, grant, lending.ownerOfficer);
  },
  async (world) => {
    if (world.random(3) > 0) return;
    const cancel = { loanId: aLoan(world), reason: '取消' };
    await lending.sharing.ask(loanContract.cancel, cancel, lending.ownerOfficer);
  },
  (world) => lending.sharing.ask(loanContract.approve, { loanId: aLoan(world) }, lending.ownerOfficer),
  handOver,
  giveBack,
  giveBack,
  (world) => {
    const { endsAt } = aPeriod(world);
    return lending.sharing.ask(loanContract.extend, { loanId: aLoan(world), endsAt }, lending.ownerOfficer);
  },
  async (world) => {
    if (world.random(4) === 0) lending.sharing.clock.advance(world.random(3) * hourMs);
  },
  ...Array.from({ length: 4 }, (): Operation => request),
];

async function request(world: World): Promise<void> {
  const { other, otherOfficer, borrowerOfficer } = lending;
  const isOther = world.random(2) === 0;
  const wish = { ...aPeriod(world), ...(isOther ? { borrowerUnionId: other.id } : {}) };
  const resourceId = pick(world, world.resourceIds) ?? '';
  const loan = await borrow(lending, resourceId, wish, isOther ? otherOfficer : borrowerOfficer);
  world.loanIds.push(loan.id);
}

/** One of the last loans of this world, of which most still live; where it has none yet, an id that is no loan's. */
function aLoan(world: World): string {
  return pick(world, world.loanIds.slice(-6)) ?? lending.owner.id;
}

function aPeriod({ random }: World): { startsAt: string; endsAt: string } {
  const start = lending.sharing.clock.now().getTime() + random(40) * hourMs;
  const end = start + (1 + random(5)) * hourMs;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() };
}

/** One operation of a person, right or wrong; what a rule refuses is part of the history. */
async function operate(world: World): Promise<void> {
  await pick(world, operationsOfPeople)?.(world);
}

describe('any history of loans', () => {
  it.each([1, 2026])('with the seed %i never has an overlap, nor a loan without a right', async (seed) => {
    const world = await buildWorld(seed);
    const refusals = new Map<string, number>();
    for (let done = 0; done < operations; done += atOnce) {
      const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, () => operate(world)));
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        const { code } = outcome.reason as DomainError;
        refusals.set(code, (refusals.get(code) ?? 0) + 1);
      }
      await expectSound(world);
    }
    // So that nothing overdue is left for the next history; one of them may have come back under another operation.
    await Promise.allSettled([...world.outIds].map(() => giveBack(world)));
    expect(world.loanIds.length).toBeGreaterThan(10);
    expect(refusals.get('SLOT_TAKEN')).toBeGreaterThan(0);
    expect(refusals.get('INTERNAL')).toBeUndefined();
  });
});

/** Looked for by means that share nothing with the service: plain comparisons of every pair. */
async function expectSound({ resourceIds }: World): Promise<void> {
  const { dataSource } = lending.sharing;
  const [whole] = resourceIds;
  const overlaps: unknown[] = await dataSource.query(
    `SELECT a.id, b.id FROM loan a JOIN loan b ON a.id < b.id
     WHERE a.resource_id = ANY($1::uuid[]) AND b.resource_id = ANY($1::uuid[])
       AND (a.resource_id = b.resource_id OR $2 IN (a.resource_id, b.resource_id))
       AND a.state IN ('requested', 'approved', 'handedOver') AND b.state IN ('requested', 'approved', 'handedOver')
       AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`,
    [resourceIds, whole],
  );
  expect(overlaps).toEqual([]);
  const unheld: unknown[] = await dataSource.query(
    `SELECT l.id FROM loan l WHERE l.state IN ('requested', 'approved', 'handedOver') AND NOT EXISTS (
       SELECT 1 FROM booking b WHERE b.resource_id = l.resource_id AND b.id = l.id
         AND b.starts_at <= l.starts_at AND b.occupied_until >= l.ends_at)`,
  );
  expect(unheld).toEqual([]);
  const withoutRight: unknown[] = await dataSource.query(
    `SELECT l.id FROM loan l LEFT JOIN right_of_use g ON g.resource_id = l.resource_id AND g.id = l.grant_id
     WHERE l.borrower_union_id <> l.owner_union_id
       AND (g.id IS NULL OR g.valid_from > l.starts_at OR g.valid_until < l.ends_at OR g.revoked_at < l.created_at)`,
  );
  expect(withoutRight).toEqual([]);
}
