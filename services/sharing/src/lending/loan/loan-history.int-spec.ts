import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extensionRequestContract } from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import { kitContract } from '@gongxiang/contracts/sharing/lending/kit.contract';
import { loanHoldContract } from '@gongxiang/contracts/sharing/lending/loan-hold.contract';
import { loanMoveContract } from '@gongxiang/contracts/sharing/lending/loan-move.contract';
import { loanWaitContract } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { pieceContract } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { loanSeriesContract } from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import { type DomainError, hourMs } from '@gongxiang/domain';
import { borrow, grantFor, hall, type Lending, startLending } from './lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});

afterAll(() => lending.sharing.stop());

/** HISTORY_OPERATIONS=1500 npm test -- --projects=@gongxiang/sharing asks for a longer one. */
const operations = Number(process.env['HISTORY_OPERATIONS'] ?? '500');
const atOnce = 6;

/** A small seeded generator, so that a failing history can be repeated (mulberry32). */
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
  /** A venue and its halves. */
  readonly hallIds: readonly string[];
  readonly stockId: string;
  readonly piecesId: string;
  readonly pieceIds: readonly string[];
  readonly resourceIds: readonly string[];
  readonly blocks: { resourceId: string; blockId: string }[];
  readonly loanIds: string[];
  /** Handed over, and not returned. */
  readonly outIds: string[];
  readonly grants: { resourceId: string; grantId: string }[];
  readonly random: (below: number) => number;
}

const stockSize = 8;
const piecesCount = 4;

/**
 * Resources of each kind: a venue with its halves, chairs, projectors, and a kit of a half, some chairs and a
 * projector.
 */
async function buildWorld(seed: number): Promise<World> {
  const { sharing, ownerOfficer } = lending;
  const whole = await hall(lending, { setupMinutes: 15, turnaroundMinutes: 30 });
  const parts = [await hall(lending, { partOfId: whole.id }), await hall(lending, { partOfId: whole.id })];
  const hallIds = [whole.id, ...parts.map(({ id }) => id)];
  const stock = await hall(lending, { counting: 'stock', quantity: stockSize, turnaroundMinutes: 30 });
  const counted = await hall(lending, { counting: 'pieces', setupMinutes: 30 });
  const add = { resourceId: counted.id, count: piecesCount, prefix: '件' };
  const { pieces } = await sharing.ask(pieceContract.add, add, ownerOfficer);
  const kit = await hall(lending, { counting: 'kit' });
  const contents = [[hallIds[1], 1] as const, [stock.id, 3] as const, [counted.id, 1] as const].map(
    ([resourceId = '', quantity]) => ({ resourceId, quantity }),
  );
  await sharing.ask(kitContract.set, { resourceId: kit.id, contents }, ownerOfficer, { ifMatch: 1 });
  return {
    hallIds,
    stockId: stock.id,
    piecesId: counted.id,
    pieceIds: pieces.map(({ id }) => id),
    resourceIds: [...hallIds, stock.id, counted.id, kit.id],
    blocks: [],
    loanIds: [],
    outIds: [],
    grants: [],
    random: randomFrom(seed),
  };
}

function pick<T>({ random }: World, items: readonly T[]): T | undefined {
  return items[random(Math.max(1, items.length))];
}

type Operation = (world: World) => Promise<unknown>;

/** As many pieces as are lent, chosen at random: some of them are out, retired or broken. */
const handOver: Operation = async (world) => {
  const loanId = aLoan(world);
  const { sharing, ownerOfficer } = lending;
  const known = await sharing.ask(loanContract.get, { loanId }, ownerOfficer);
  const isHall = world.hallIds.includes(known.resourceId) || known.resourceId === world.stockId;
  const start = world.random(piecesCount);
  const pieces = Array.from({ length: known.quantity }, (_one, place) => {
    return world.pieceIds[(start + place) % piecesCount] ?? '';
  });
  const request = isHall ? { loanId } : { loanId, pieces };
  const loan = await sharing.ask(loanContract.handOver, request, ownerOfficer);
  world.outIds.push(loan.id);
};

/** Takes a quantity or a piece out of service. */
const block: Operation = async (world) => {
  if (world.random(3) > 0) return;
  const { startsAt: from, endsAt: to } = aPeriod(world);
  const resourceId = pick(world, world.resourceIds) ?? '';
  const isPieces = resourceId === world.piecesId;
  const some = isPieces ? { pieceId: pick(world, world.pieceIds) } : { quantity: 1 };
  const request = { resourceId, from, to, reason: '检修', ...some };
  const { id } = await lending.sharing.ask(resourceContract.block, request, lending.ownerOfficer);
  world.blocks.push({ resourceId, blockId: id });
};

const unblock: Operation = async (world) => {
  const known = world.blocks.shift();
  if (known !== undefined) await lending.sharing.ask(resourceContract.unblock, known, lending.ownerOfficer);
};

const changeStock: Operation = async ({ stockId: resourceId, random }) => {
  const { sharing, ownerOfficer } = lending;
  const { version: ifMatch } = await sharing.ask(resourceContract.get, { resourceId }, ownerOfficer);
  const edit = { resourceId, quantity: 1 + random(stockSize) };
  await sharing.ask(resourceContract.edit, edit, ownerOfficer, { ifMatch });
};

const turnPiece: Operation = async (world) => {
  const name = world.random(3) === 0 ? 'retire' : 'reinstate';
  const request = { resourceId: world.piecesId, pieceId: pick(world, world.pieceIds) ?? '' };
  await lending.sharing.ask(pieceContract[name], request, lending.ownerOfficer);
};

/** Mostly something that is out: a borrower with an overdue loan gets nothing more. */
const giveBack: Operation = (world) => {
  const loanId = world.outIds.shift() ?? aLoan(world);
  return lending.sharing.ask(loanContract.giveBack, { loanId }, lending.ownerOfficer);
};

/** A borrower requests an extension, or the owner decides on one. */
const extension: Operation = async (world) => {
  const loanId = aLoan(world);
  const { sharing, ownerOfficer, borrowerOfficer, otherOfficer } = lending;
  const { items } = await sharing.ask(extensionRequestContract.list, { loanId }, ownerOfficer);
  const asked = items.find(({ state }) => state === 'asked');
  if (asked === undefined) {
    const actor = world.random(2) === 0 ? borrowerOfficer : otherOfficer;
    return sharing.ask(extensionRequestContract.ask, { loanId, endsAt: aPeriod(world).endsAt }, actor);
  }
  const request = { loanId, extensionRequestId: asked.id };
  if (world.random(2) === 0) return sharing.ask(extensionRequestContract.approve, request, ownerOfficer);
  return sharing.ask(extensionRequestContract.refuse, { ...request, reason: '检修' }, ownerOfficer);
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
  block,
  unblock,
  extension,
  unblock,
  changeStock,
  turnPiece,
  (world) => {
    const { endsAt } = aPeriod(world);
    return lending.sharing.ask(loanContract.extend, { loanId: aLoan(world), endsAt }, lending.ownerOfficer);
  },
  async (world) => {
    if (world.random(4) === 0) lending.sharing.clock.advance(world.random(3) * hourMs);
  },
  move,
  series,
  waitOrAccept,
  hold,
  ...Array.from({ length: 9 }, (): Operation => request),
];

async function request(world: World): Promise<void> {
  const { other, otherOfficer, borrowerOfficer } = lending;
  const isOther = world.random(2) === 0;
  const wish = { ...aPeriod(world), ...(isOther ? { borrowerUnionId: other.id } : {}) };
  const { resourceId, quantity } = some(world);
  const loan = await borrow(
    lending,
    resourceId,
    { ...wish, quantity },
    isOther ? otherOfficer : borrowerOfficer,
  );
  world.loanIds.push(loan.id);
}

/** A random resource; for counted ones up to three. */
function some(world: World): { readonly resourceId: string; readonly quantity: number } {
  const resourceId = pick(world, world.resourceIds) ?? '';
  const isCounted = resourceId === world.stockId || resourceId === world.piecesId;
  return { resourceId, quantity: isCounted ? 1 + world.random(3) : 1 };
}

function move(world: World): Promise<unknown> {
  const to = { loanId: aLoan(world), reason: '改期', ...aPeriod(world) };
  return lending.sharing.ask(loanMoveContract.move, to, lending.ownerOfficer);
}

async function series(world: World): Promise<void> {
  if (world.random(3) > 0) return;
  const wish = { ...some(world), ...aPeriod(world), purpose: '排练' };
  const made = await lending.sharing.ask(
    loanSeriesContract.create,
    { ...wish, borrowerUnionId: lending.borrower.id, rule: 'FREQ=DAILY;COUNT=3' },
    lending.borrowerOfficer,
  );
  world.loanIds.push(...made.created.map(({ loanId }) => loanId));
}

/** Accepts an offer, or joins a waitlist. */
async function waitOrAccept(world: World): Promise<void> {
  const { sharing, borrowerOfficer, borrower } = lending;
  const mine = await sharing.ask(loanWaitContract.listMine, { state: 'offered' }, borrowerOfficer);
  const offered = pick(world, mine.items);
  if (offered !== undefined) {
    const { loanId } = await sharing.ask(loanWaitContract.accept, { waitId: offered.id }, borrowerOfficer);
    world.loanIds.push(loanId ?? '');
    return;
  }
  const { startsAt, endsAt } = aPeriod(world);
  const wish = { windowFrom: startsAt, windowTo: endsAt, durationMinutes: 60, purpose: '等' };
  const latestDecisionAt = new Date(new Date(endsAt).getTime() - 1).toISOString();
  await sharing.ask(
    loanWaitContract.create,
    { ...some(world), borrowerUnionId: borrower.id, latestDecisionAt, ...wish },
    borrowerOfficer,
  );
}

async function hold(world: World): Promise<void> {
  const { resourceId, quantity } = some(world);
  const wish = { ...aPeriod(world), quantity, borrowerUnionId: lending.borrower.id };
  const { sharing, borrowerOfficer } = lending;
  const { token } = await sharing.ask(loanHoldContract.create, { resourceId, ...wish }, borrowerOfficer);
  if (world.random(2) === 0) return;
  const loan = await borrow(lending, resourceId, { ...wish, holdToken: token });
  world.loanIds.push(loan.id);
}

/** One of the latest loans, most of which are active; without any, an unknown id. */
function aLoan(world: World): string {
  return pick(world, world.loanIds.slice(-6)) ?? lending.owner.id;
}

function aPeriod({ random }: World): { startsAt: string; endsAt: string } {
  const start = lending.sharing.clock.now().getTime() + random(40) * hourMs;
  const end = start + (1 + random(5)) * hourMs;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() };
}

/** One operation of a person, valid or not; refusals are part of the history. */
async function operate(world: World): Promise<void> {
  await pick(world, operationsOfPeople)?.(world);
}

describe('any history of loans', () => {
  it.each([1, 2026])(
    'with the seed %i never has an overlap, a negative stock, a piece in two hands, nor a loan without a right',
    async (seed) => {
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
      // Leaves nothing overdue for the next history; some may have been returned by another operation.
      await Promise.allSettled([...world.outIds].map(() => giveBack(world)));
      // Enough happened for the history to mean something; how much depends on the order of concurrent requests.
      expect(world.loanIds.length).toBeGreaterThan(operations / 25);
      for (const code of ['SLOT_TAKEN', 'STOCK_BOOKED']) expect(refusals.get(code)).toBeGreaterThan(0);
      expect(refusals.get('INTERNAL')).toBeUndefined();
    },
  );
});

/** Checked independently of the service: plain comparisons of every pair. */
async function expectSound(world: World): Promise<void> {
  const { hallIds } = world;
  const { dataSource } = lending.sharing;
  const [whole] = hallIds;
  const overlaps: unknown[] = await dataSource.query(
    `SELECT a.id, b.id FROM loan a JOIN loan b ON a.id < b.id
     WHERE a.resource_id = ANY($1::uuid[]) AND b.resource_id = ANY($1::uuid[])
       AND (a.resource_id = b.resource_id OR $2 IN (a.resource_id, b.resource_id))
       AND a.state IN ('requested', 'approved', 'handedOver') AND b.state IN ('requested', 'approved', 'handedOver')
       AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`,
    [hallIds, whole],
  );
  expect(overlaps).toEqual([]);
  const unheld: unknown[] = await dataSource.query(
    `SELECT l.id FROM loan l WHERE l.state IN ('requested', 'approved', 'handedOver') AND NOT EXISTS (
       SELECT 1 FROM booking b WHERE b.resource_id = l.resource_id AND b.id = l.id
         AND b.starts_at <= l.starts_at AND b.occupied_until >= coalesce(l.held_until, l.ends_at))`,
  );
  expect(unheld).toEqual([]);
  const unkept: unknown[] = await dataSource.query(
    `SELECT w.id FROM loan_wait w WHERE w.state = 'offered' AND NOT EXISTS (
       SELECT 1 FROM booking b WHERE b.resource_id = w.resource_id AND b.id = w.id
         AND b.starts_at <= w.offered_from AND b.occupied_until >= w.offered_to)
     UNION ALL
     SELECT h.id FROM loan_hold h WHERE NOT EXISTS (SELECT 1 FROM booking b WHERE b.id = h.id)
     UNION ALL
     SELECT b.id FROM booking b WHERE b.kind = 'loan' AND b.id NOT IN (
       SELECT id FROM loan UNION ALL SELECT id FROM loan_hold
       UNION ALL SELECT id FROM loan_wait WHERE state = 'offered')`,
  );
  expect(unkept).toEqual([]);
  const withoutRight: unknown[] = await dataSource.query(
    `SELECT l.id FROM loan l LEFT JOIN right_of_use g ON g.resource_id = l.resource_id AND g.id = l.grant_id
     WHERE l.borrower_union_id <> l.owner_union_id
       AND (g.id IS NULL OR g.valid_from > l.starts_at OR g.valid_until < l.ends_at OR g.revoked_at < l.created_at)`,
  );
  expect(withoutRight).toEqual([]);
  await expectCounted(world);
}

/** Recounts every moment from the loans themselves and the times out of service. */
async function expectCounted({ stockId, piecesId }: World): Promise<void> {
  const { dataSource, clock } = lending.sharing;
  const overdrawn: unknown[] = await dataSource.query(
    `WITH held AS (
       SELECT l.resource_id, l.quantity, l.starts_at AS start, l.ends_at AS until FROM loan l
         WHERE l.state IN ('requested', 'approved', 'handedOver')
       UNION ALL
       SELECT k.resource_id, k.quantity, l.starts_at, l.ends_at FROM loan l JOIN kit_content k ON k.kit_id = l.resource_id
         WHERE l.state IN ('requested', 'approved', 'handedOver')
       UNION ALL
       SELECT b.resource_id, b.quantity, b.starts_at, b.occupied_until FROM booking b WHERE b.kind = 'block'
     ), moments AS (
       SELECT r.id, r.quantity AS there, greatest(h.start, $2::timestamptz) AS at
       FROM resource r JOIN held h ON h.resource_id = r.id WHERE r.id = ANY($1::uuid[])
     )
     SELECT DISTINCT m.id, m.at FROM moments m WHERE m.there < (
       SELECT sum(h.quantity) FROM held h WHERE h.resource_id = m.id AND h.start <= m.at AND m.at < h.until)`,
    [[stockId, piecesId], clock.now()],
  );
  expect(overdrawn).toEqual([]);
  const wrongHands: unknown[] = await dataSource.query(
    `SELECT piece_id FROM loan_piece WHERE back_at IS NULL GROUP BY piece_id HAVING count(*) > 1
     UNION ALL
     SELECT o.piece_id FROM loan_piece o JOIN loan l ON l.id = o.loan_id WHERE o.back_at IS NULL AND l.state <> 'handedOver'
     UNION ALL
     SELECT l.id FROM loan l WHERE l.state = 'handedOver' AND l.resource_id = $1
       AND l.quantity <> (SELECT count(*) FROM loan_piece o WHERE o.loan_id = l.id AND o.back_at IS NULL)`,
    [piecesId],
  );
  expect(wrongHands).toEqual([]);
}
