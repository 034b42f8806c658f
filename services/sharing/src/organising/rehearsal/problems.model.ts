import type { RehearsalProblemView } from '@gongxiang/contracts/sharing/organising/rehearsal.contract';
import { choosePool } from '../../activities/pool/pool.model.js';
import type { Guest } from './crowd.model.js';
import type { AtTheDoor } from './door.model.js';
import {
  firstOpening,
  kindsOfPeople,
  openPools,
  partyMaxOf,
  type Plan,
  type PlannedPool,
  promotionUntil,
} from './plan.model.js';

type Problem = RehearsalProblemView;

const inNoClub: ReadonlySet<string> = new Set();

/** Problems of the plan itself, which no rehearsal shows. */
export function problemsOf(plan: Plan, guests: readonly Guest[], door: AtTheDoor): Problem[] {
  const pools = openPools(plan);
  const walkIns = door.walkInsNotPermitted;
  return [
    ...(pools.length === 0 ? [problem('NO_POOLS')] : []),
    ...pools.flatMap((pool) => poolProblems(plan, pool, guests)),
    ...unionsWithoutPool(plan),
    ...(walkIns > 0 ? [problem('WALK_IN_NOT_PERMITTED', { count: walkIns })] : []),
    ...(plan.activity.isDrawn ? [problem('DRAW_NOT_REHEARSED')] : []),
  ];
}

function poolProblems(plan: Plan, pool: PlannedPool, guests: readonly Guest[]): Problem[] {
  const { name, releasesAt } = pool;
  const opensAt = firstOpening(plan, pool);
  const isClosedToMine = guests.some((guest) => guest.pool === pool && !guest.isEligible);
  const isOverEarly = opensAt !== null && promotionUntil(plan, pool) <= opensAt;
  return [
    ...(opensAt === null ? [problem('POOL_NEVER_OPENS', { pool: name })] : []),
    ...(isClosedToMine ? [problem('POOL_NOT_ELIGIBLE', { pool: name })] : []),
    ...(isOverEarly ? [problem('PROMOTION_ENDS_EARLY', { pool: name })] : []),
    ...partyProblems(plan, pool),
    ...(releasesAt === null ? [] : [problem('RELEASE_NOT_REHEARSED', { pool: name })]),
  ];
}

/** The largest party that the activity allows would wait for ever. */
function partyProblems(plan: Plan, pool: PlannedPool): Problem[] {
  const { companionsMax } = plan.activity;
  const seats = partyMaxOf(plan, pool);
  const heads = 1 + companionsMax;
  if (companionsMax === 0 || heads <= seats) return [];
  return [problem('PARTY_EXCEEDS_POOL', { pool: pool.name, seats, heads })];
}

function unionsWithoutPool(plan: Plan): Problem[] {
  const pools = openPools(plan);
  if (pools.length === 0) return [];
  const kinds = kindsOfPeople(pools);
  const addressed = new Map([...plan.hosts, ...plan.invited].map((union) => [union.id, union]));
  return [...addressed.values()]
    .filter(({ path }) =>
      kinds.every((kind) => choosePool(pools, { ...kind, unionPath: path }, inNoClub) === null),
    )
    .map(({ name }) => problem('UNION_WITHOUT_POOL', { union: name }));
}

function problem(code: Problem['code'], params: Problem['params'] = {}): Problem {
  return { code, params };
}
