// npm run bench -- events: from the outbox by JetStream to the inbox, beside the same one by one, in the same run.
//   --rounds=5 --events=20000 --rates=200,2000 --seconds=5
import { parseArgs } from 'node:util';
import { spread } from '../figures.js';
import { exitOnSignals } from '../signals.js';
import { type Delays, delaysOf, throughputOf } from './measure.js';
import { type EventsWorld, type Pair, startEventsWorld } from './world.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    events: { type: 'string', default: '20000' },
    rates: { type: 'string', default: '200,2000' },
    seconds: { type: 'string', default: '5' },
  },
});
const rounds = Number(values.rounds);
const events = Number(values.events);
const rates = values.rates.split(',').map(Number);
const seconds = Number(values.seconds);

/** What is measured of both, one after the other in each round, so that they meet the same moods of the machine. */
async function inTurn<Found>(
  { own, bare }: EventsWorld,
  work: (pair: Pair) => Promise<Found>,
): Promise<{ readonly own: readonly Found[]; readonly bare: readonly Found[] }> {
  const found = { own: [] as Found[], bare: [] as Found[] };
  // One round that does not count: what runs for the first time is slower.
  for (let round = 0; round <= rounds; round += 1) {
    const theirs = await work(bare);
    const ours = await work(own);
    if (round === 0) continue;
    found.bare.push(theirs);
    found.own.push(ours);
  }
  return found;
}

async function sayThroughput(world: EventsWorld): Promise<void> {
  const { own, bare } = await inTurn(world, (pair) => throughputOf(pair, events));
  const ratios = own.map((perSecond, index) => perSecond / (bare[index] ?? Number.NaN));
  process.stdout.write(
    `${events} events at once: platform ${spread(own)} /s; baseline ${spread(bare)} /s; ` +
      `platform : baseline ${spread(ratios, 2)}\n`,
  );
}

async function sayDelays(world: EventsWorld, perSecond: number): Promise<void> {
  const wanted = { perSecond, count: Math.max(1, Math.round(perSecond * seconds)) };
  const { own, bare } = await inTurn(world, (pair) => delaysOf(pair, wanted));
  process.stdout.write(`${perSecond} events a second: platform ${delays(own)}; baseline ${delays(bare)}\n`);
}

function delays(all: readonly Delays[]): string {
  const of = (name: keyof Delays, digits: number): string =>
    spread(
      all.map((one) => one[name]),
      digits,
    );
  return `p50 ${of('p50', 1)} ms, p99 ${of('p99', 1)} ms, recorded ${of('perSecond', 0)} /s`;
}

exitOnSignals();
const world = await startEventsWorld();
try {
  await sayThroughput(world);
  for (const rate of rates) await sayDelays(world, rate);
} finally {
  await world.stop();
}
