import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { matterContract } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { Actor } from '@gongxiang/domain';
import { ownerOf, rowsRead, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantService, plantTree } from '../matters.fixture.js';

/** An affairs whose database keeps so many matters, nearly all of them of earlier years. */
interface Grown {
  readonly affairs: ServiceFixture;
  readonly officer: Actor;
  readonly person: Actor;
}

const sizes = { few: 1_000, many: 100_000 } as const;
type Size = keyof typeof sizes;
const sizeNames = ['few', 'many'] as const satisfies readonly Size[];
/** Read in turn, so that both meet the same moods of the machine. */
const repetitions = 31;

/** Rows that are written at once, well within what a statement may take on a busy machine. */
const perStatement = 1_000;

let grown: Readonly<Record<Size, Grown>>;

beforeAll(async () => {
  const few = await grow(sizes.few);
  grown = { few, many: await grow(sizes.many) };
}, 300_000);
afterAll(async () => {
  for (const name of sizeNames) await grown[name].affairs.stop();
});

/**
 * All of one union. A thousand were sent this year; the others in the ten years before. Of each ten, one is open and late, one waits
 * for its time, and eight are closed. As many days late in both, as a line counts its working days. The officer has every fifth in hand, and the person brought every fiftieth.
 */
async function grow(size: number): Promise<Grown> {
  const affairs = await startAffairs();
  const tree = await plantTree(affairs);
  const rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  const officer = await plantPerson(affairs, tree.left, 'officer');
  const person = await plantPerson(affairs, tree.left);
  const { id: serviceId } = await plantService(affairs, tree.root.id, rootOfficer);
  const owner = await ownerOf(affairs);
  for (let first = 1; first <= size; first += perStatement)
    await owner.query(
      `INSERT INTO matter (id, version, number, service_id, edition, state, source, person_id, is_anonymous, home_union_id,
       union_id, escalations, named_only, handler_id, colleague_ids, sent_at, accept_by, decide_by, due_at, decided_at,
       is_reopened, stars, ended_at)
     SELECT gen_random_uuid(), 4, lpad(n::text, 17, '0'), $2, 1, CASE WHEN n % 10 < 2 THEN 'inWork' ELSE 'closed' END, 'online',
       CASE WHEN n % 50 = 0 THEN $3::uuid ELSE gen_random_uuid() END, false, $1, $1, 0, false,
       CASE WHEN n % 5 = 0 THEN $4::uuid ELSE gen_random_uuid() END, '{}', s.at, s.due, s.due, s.due,
       CASE WHEN n % 10 >= 2 THEN s.at + interval '2 days' END, false, CASE WHEN n % 10 >= 2 THEN 1 + n % 5 END,
       CASE WHEN n % 10 >= 2 THEN s.at + interval '3 days' END
     FROM generate_series($5::int, $7::int) AS n
     CROSS JOIN LATERAL (SELECT $6::timestamptz - CASE WHEN n <= 1000 THEN interval '1 day' * (n % 300)
       ELSE interval '1 day' * (366 + n % 3650) END AS at) AS b
     CROSS JOIN LATERAL (SELECT b.at, $6::timestamptz
       + CASE WHEN n % 10 = 1 THEN interval '5 days' ELSE interval '-1 day' * (n % 300) END AS due) AS s`,
      [
        tree.left.id,
        serviceId,
        person.personId,
        officer.personId,
        first,
        affairs.clock.now(),
        first + perStatement - 1,
      ],
    );
  await owner.query('VACUUM ANALYZE matter');
  await owner.destroy();
  return { affairs, officer, person };
}

const reads: Readonly<Record<string, (one: Grown) => Promise<unknown>>> = {
  'what an officer has in hand': ({ affairs, officer }) =>
    affairs.ask(matterContract.list, { desk: 'mine', limit: 20 }, officer),
  'all of a union': ({ affairs, officer }) =>
    affairs.ask(matterContract.list, { desk: 'all', limit: 20 }, officer),
  'what is overdue': ({ affairs, officer }) =>
    affairs.ask(matterContract.list, { desk: 'overdue', limit: 20 }, officer),
  'what a person brought': ({ affairs, person }) =>
    affairs.ask(matterContract.listMine, { limit: 20 }, person),
  'the figures of a year': ({ affairs, officer }) => {
    const year = affairs.clock.now().getUTCFullYear();
    const unionId = officer.unionId ?? '';
    return affairs.ask(matterContract.figures, { unionId, year }, officer);
  },
};

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

it.each(Object.entries(reads))(
  'a hundred thousand matters make %s no more than twice as slow as a thousand',
  async (name, read) => {
    const took: Record<Size, number[]> = { few: [], many: [] };
    // The first round does not count: what runs for the first time is slower.
    for (let round = 0; round <= repetitions; round += 1)
      for (const size of sizeNames) {
        const began = performance.now();
        await read(grown[size]);
        if (round > 0) took[size].push(performance.now() - began);
      }
    const rows = { few: 0, many: 0 };
    for (const size of sizeNames)
      rows[size] = await rowsRead(grown[size].affairs.dataSource, ['matter'], () => read(grown[size]));
    const ratio = median(took.many) / median(took.few);
    process.stdout.write(
      `${name}: ${ratio.toFixed(2)} of the time, ${rows.many} rows read beside ${rows.few}\n`,
    );
    expect(rows.few).toBeGreaterThan(0);
    expect(rows.many).toBeLessThanOrEqual(rows.few * 2);
    expect(ratio).toBeLessThanOrEqual(2);
  },
  120_000,
);
