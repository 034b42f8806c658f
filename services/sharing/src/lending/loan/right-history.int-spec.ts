import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { grantContract, type GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { DomainError, hourMs } from '@gongxiang/domain';
import { borrow, grantFor, hall, type Lending, startLending } from './lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});

afterAll(() => lending.sharing.stop());

const rounds = 40;
const atOnce = 6;
const quota = { hoursPerMonth: 12, loansPerMonth: 4 };

/** A pseudo-random sequence, the same in each run (Lehmer). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

type Random = (below: number) => number;
type Operation = (world: World) => Promise<unknown>;

interface World {
  readonly resourceId: string;
  readonly random: Random;
  readonly grants: GrantView[];
  readonly loanIds: string[];
}

function later(random: Random, hours: number): Date {
  return new Date(lending.sharing.clock.now().getTime() + random(hours) * hourMs);
}

function aGrant({ random, grants, resourceId }: World): {
  resourceId: string;
  grantId: string;
  version: number;
} {
  const grant = grants[random(Math.max(1, grants.length))];
  return { resourceId, grantId: grant?.id ?? lending.owner.id, version: grant?.version ?? 1 };
}

const request: Operation = async (world) => {
  const { random, resourceId } = world;
  const start = later(random, 24 * 50);
  const wish = {
    startsAt: start.toISOString(),
    endsAt: new Date(start.getTime() + (1 + random(5)) * hourMs).toISOString(),
  };
  const { other, otherOfficer, borrowerOfficer } = lending;
  const isOther = random(2) === 0;
  const of = isOther ? { borrowerUnionId: other.id } : {};
  const loan = await borrow(
    lending,
    resourceId,
    { ...wish, ...of },
    isOther ? otherOfficer : borrowerOfficer,
  );
  world.loanIds.push(loan.id);
};

const give: Operation = async (world) => {
  const { random, resourceId, grants } = world;
  const until = new Date(lending.sharing.clock.now().getTime() + (20 + random(60)) * 24 * hourMs);
  const grant = await grantFor(lending, resourceId, {
    from: lending.sharing.clock.now().toISOString(),
    until: until.toISOString(),
    approval: random(2) === 0 ? 'automatic' : 'custodian',
    onSilence: random(2) === 0 ? 'approve' : 'refuse',
    decideWithinHours: 1 + random(30),
    quota,
  });
  grants.push(grant);
};

const revoke: Operation = (world) => {
  const { resourceId, grantId } = aGrant(world);
  const effectiveFrom =
    world.random(2) === 0 ? {} : { effectiveFrom: later(world.random, 400).toISOString() };
  const futureLoans = world.random(2) === 0 ? 'cancel' : 'stand';
  const how = { resourceId, grantId, futureLoans, ...effectiveFrom } as const;
  return lending.sharing.ask(resourceContract.revokeGrant, how, lending.ownerOfficer);
};

const undo: Operation = (world) => {
  const { resourceId, grantId } = aGrant(world);
  return lending.sharing.ask(grantContract.undoRevocation, { resourceId, grantId }, lending.ownerOfficer);
};

const aLoan = ({ random, loanIds }: World): string =>
  loanIds[random(Math.max(1, loanIds.length))] ?? lending.owner.id;

const operations: readonly Operation[] = [
  request,
  request,
  request,
  request,
  give,
  revoke,
  undo,
  (world) =>
    lending.sharing.ask(loanContract.cancel, { loanId: aLoan(world), reason: '改期' }, lending.ownerOfficer),
  (world) => lending.sharing.ask(loanContract.approve, { loanId: aLoan(world) }, lending.ownerOfficer),
  (world) => {
    const endsAt = later(world.random, 24 * 50).toISOString();
    return lending.sharing.ask(loanContract.extend, { loanId: aLoan(world), endsAt }, lending.ownerOfficer);
  },
  async ({ random }) => {
    if (random(3) === 0) lending.sharing.clock.advance(random(12) * hourMs);
  },
];

it.each([7, 2026])(
  'E65: with the seed %i no history of rights goes beyond a quota or lends without a right',
  async (seed) => {
    const { id: resourceId } = await hall(lending);
    const world: World = { resourceId, random: randomFrom(seed), grants: [], loanIds: [] };
    await give(world);
    const refusals = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: atOnce }, async () => operations[world.random(operations.length)]?.(world)),
      );
      for (const one of outcomes) {
        if (one.status === 'rejected')
          refusals.add(one.reason instanceof DomainError ? one.reason.code : 'INTERNAL');
      }
      await expectSound(resourceId);
    }
    expect(refusals).not.toContain('INTERNAL');
    expect(world.loanIds.length).toBeGreaterThan(10);
  },
);

/** Checked independently of the service: months from the database's calendar, terms from the stored versions. */
async function expectSound(resourceId: string): Promise<void> {
  const { dataSource } = lending.sharing;
  const beyond: unknown[] = await dataSource.query(
    `SELECT l.grant_id, l.borrower_union_id, m.month FROM loan l
     CROSS JOIN LATERAL generate_series(date_trunc('month', l.starts_at AT TIME ZONE 'Asia/Shanghai'),
       l.ends_at AT TIME ZONE 'Asia/Shanghai' - interval '1 microsecond', interval '1 month') AS m(month)
     WHERE l.resource_id = $1 AND l.state IN ('requested', 'approved', 'handedOver', 'returned')
     GROUP BY l.grant_id, l.borrower_union_id, m.month
     HAVING sum(extract(epoch FROM
         LEAST(l.ends_at AT TIME ZONE 'Asia/Shanghai', m.month + interval '1 month')
           - GREATEST(l.starts_at AT TIME ZONE 'Asia/Shanghai', m.month))) > $2 * 3600
       OR count(*) FILTER (WHERE l.starts_at AT TIME ZONE 'Asia/Shanghai' >= m.month) > $3`,
    [resourceId, quota.hoursPerMonth, quota.loansPerMonth],
  );
  expect(beyond).toEqual([]);
  const withoutRight: unknown[] = await dataSource.query(
    `SELECT l.id FROM loan l LEFT JOIN right_of_use_version v
       ON v.resource_id = l.resource_id AND v.grant_id = l.grant_id AND v.version = l.grant_version
     WHERE l.resource_id = $1 AND l.state IN ('approved', 'handedOver') AND (v.version IS NULL
       OR (v.terms->>'from')::timestamptz > l.starts_at
       OR LEAST((v.terms->>'until')::timestamptz, (v.terms->>'revokedAt')::timestamptz) < l.ends_at)`,
    [resourceId],
  );
  expect(withoutRight).toEqual([]);
}
