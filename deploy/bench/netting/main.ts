// npm run bench -- netting: how long it takes to find who pays whom, beside a greedy that sorts all balances again before each
// transfer; and a large run through the whole platform.
//   --rounds=5 --parties=1000 --debts=10000 --exact=20 --service=10000 --unions=200   --only=rule,service
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rootAbove } from '../../root.js';
import { seeded } from '../../proofs/chaos/chaos-wave.js';
import { median, spread } from '../figures.js';
import { exitOnSignals } from '../signals.js';
import { createDatabase } from '../sql.js';
import { startCounting } from '../start.js';
import { bareWalk, type BenchDebt, randomDebts, requireSettled, sortingAgain } from './debts.js';
import { costOfRun, type RunCost, startNettingWorld } from './service-run.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    parties: { type: 'string', default: '1000' },
    debts: { type: 'string', default: '10000' },
    exact: { type: 'string', default: '20' },
    service: { type: 'string', default: '10000' },
    unions: { type: 'string', default: '200' },
    only: { type: 'string', default: 'rule,service' },
  },
});
const rounds = Number(values.rounds);
const random = seeded(20261120);

interface Rule {
  readonly netDebts: (input: { mode: 'fewest'; hub: null; debts: readonly BenchDebt[] }) => {
    readonly transfers: readonly BenchDebt[];
    readonly optimal: boolean | null;
  };
}

/** The rule as it is built and deployed: nothing of a service is known here but what is measured. */
async function builtRule(): Promise<Rule> {
  const path = join(
    rootAbove(fileURLToPath(import.meta.url)),
    'services/settlement/dist/netting/netting.model.js',
  );
  return (await import(pathToFileURL(path).href)) as Rule;
}

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const began = performance.now();
  const result = work();
  return { ms: performance.now() - began, result };
}

/** The platform and a baseline for the same debts, one after the other in each round; whatever is proposed leaves nothing over. */
function compare(
  { netDebts }: Rule,
  { parties, count, isProven }: { parties: number; count: number; isProven: boolean },
): string {
  const [own, base]: [number[], number[]] = [[], []];
  // Rounds that do not count: what runs for the first times is slower.
  for (let round = -2; round < rounds; round += 1) {
    const debts = randomDebts(parties, count, random);
    const platform = timed(() => netDebts({ mode: 'fewest', hub: null, debts }));
    requireSettled(debts, platform.result.transfers);
    if (platform.result.optimal !== isProven) throw new Error('what is proven is not what was to be');
    const baseline = timed(() => (isProven ? bareWalk(debts) : requireSettled(debts, sortingAgain(debts))));
    if (round < 0) continue;
    own.push(platform.ms);
    base.push(baseline.ms);
  }
  const ratios = own.map((ms, round) => ms / (base[round] ?? Number.NaN));
  const name = isProven ? 'bare walk' : 'sorting again';
  return `platform ${spread(own, 1)} ms; ${name} ${spread(base, 1)} ms; platform : ${name} ${spread(ratios, 3)}`;
}

async function measureService(): Promise<void> {
  const postgres = await startCounting(false);
  try {
    const databaseUrl = await createDatabase(postgres.url, 'netting');
    const world = await startNettingWorld(databaseUrl, Number(values.unions));
    try {
      const costs: RunCost[] = [];
      // One round that does not count.
      for (let round = 0; round <= rounds; round += 1) {
        const debts = randomDebts(world.unions.length, Number(values.service), random);
        const cost = await costOfRun(world, debts);
        if (round > 0) costs.push(cost);
      }
      const said = (part: keyof RunCost): string =>
        spread(
          costs.map((cost) => cost[part]),
          0,
        );
      const timesBare = median(costs.map(({ proposed, confirmed, bare }) => (proposed + confirmed) / bare));
      process.stdout.write(
        `a run of ${values.service} postings: proposed in ${said('proposed')} ms, confirmed in ${said('confirmed')} ms; ` +
          `bare sum ${said('bare')} ms; both : bare ${timesBare.toFixed(0)}\n`,
      );
    } finally {
      await world.platform.stop();
    }
  } finally {
    await postgres.stop();
  }
}

exitOnSignals();
const only = values.only.split(',');
if (only.includes('rule')) {
  const rule = await builtRule();
  const [parties, count, exact] = [Number(values.parties), Number(values.debts), Number(values.exact)];
  const large = compare(rule, { parties, count, isProven: false });
  process.stdout.write(`${parties} parties, ${count} debts: ${large}\n`);
  const small = compare(rule, { parties: exact, count: exact * 10, isProven: true });
  process.stdout.write(`${exact} parties, proven fewest: ${small}\n`);
}
if (only.includes('service')) await measureService();
