// npm run bench -- statement: what a union's statement, its budget report and its vouchers take where others have posted little
// and where they have posted much, in the same run.
//   --sizes=10000,1000000 --lines=200 --rounds=7 --requests=20
import { parseArgs } from 'node:util';
import type { Restartable } from '../../proofs/own-servers.js';
import { median, spread } from '../figures.js';
import { exitOnSignals } from '../signals.js';
import { startCounting } from '../start.js';
import { forgetStatements, statementsMs } from '../statements.js';
import { reads, type ReadName, startBooks, type Books } from './books.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000' },
    lines: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '7' },
    requests: { type: 'string', default: '20' },
  },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);
const names = Object.keys(reads) as ReadName[];

interface Cost {
  /** Of one request, as its caller waits for it. */
  readonly tookMs: number;
  /** What PostgreSQL was at for it. */
  readonly statementsMs: number;
}

async function costOf(postgres: Restartable, books: Books, name: ReadName): Promise<Cost> {
  await forgetStatements(postgres.url);
  const began = performance.now();
  for (let asked = 0; asked < requests; asked += 1) await reads[name](books);
  const tookMs = (performance.now() - began) / requests;
  return { tookMs, statementsMs: (await statementsMs(postgres.url, books.database)) / requests };
}

/** Each size in turn in each round, and another first each time, so that all of them meet the same moods of the machine. */
async function measure(
  postgres: Restartable,
  all: readonly Books[],
): Promise<Map<Books, Map<ReadName, Cost[]>>> {
  const found = new Map(all.map((books) => [books, new Map(names.map((name) => [name, [] as Cost[]]))]));
  // One round that does not count: what runs for the first time is slower.
  for (let round = 0; round <= rounds; round += 1) {
    const start = round % all.length;
    for (const books of [...all.slice(start), ...all.slice(0, start)]) {
      for (const name of names) {
        const cost = await costOf(postgres, books, name);
        if (round > 0) found.get(books)?.get(name)?.push(cost);
      }
    }
  }
  return found;
}

function sayCosts({ postings }: Books, costs: Map<ReadName, Cost[]>): void {
  for (const [name, all] of costs) {
    const said = (['tookMs', 'statementsMs'] as const).map((part) => {
      const times = all.map((cost) => cost[part]);
      return spread(times, 1);
    });
    const line = `${name} beside ${postings} postings of others: ${said[0]} ms, statements ${said[1]} ms`;
    process.stdout.write(`${line}\n`);
  }
}

/** A larger ledger to the smallest. */
function sayGrowth(
  [small, least]: readonly [Books, Map<ReadName, Cost[]>],
  [large, costs]: readonly [Books, Map<ReadName, Cost[]>],
): void {
  for (const [name, all] of costs) {
    const base = median((least.get(name) ?? []).map(({ tookMs }) => tookMs));
    const ratios = all.map(({ tookMs }) => tookMs / base);
    process.stdout.write(`${name} ${large.postings} : ${small.postings}: ${spread(ratios, 2)}\n`);
  }
}

function say(found: Map<Books, Map<ReadName, Cost[]>>): void {
  for (const [books, costs] of found) sayCosts(books, costs);
  const [smallest, ...larger] = [...found];
  if (smallest !== undefined) larger.forEach((one) => sayGrowth(smallest, one));
}

exitOnSignals();
const postgres = await startCounting(true);
const all: Books[] = [];
try {
  for (const size of values.sizes.split(',').map(Number))
    all.push(await startBooks(postgres.url, { postings: size, lines: Number(values.lines) }));
  say(await measure(postgres, all));
} finally {
  for (const { platform } of all) await platform.stop();
  await postgres.stop();
}
