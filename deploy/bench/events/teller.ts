import { randomBytes } from 'node:crypto';
// The process that records events and tells of them: by the platform's relay, or one by one.
import { newId, systemClock } from '@gongxiang/domain';
import { recordEvents, Relay, type EventRecord } from '@gongxiang/messaging/events';
import { storeOn } from '@gongxiang/messaging/files';
import { natsOptions } from '@gongxiang/messaging/rpc';
import { continueTrace, createLogger, createMetrics } from '@gongxiang/observability';
import { aesGcm, createDataSource, Transactions } from '@gongxiang/persistence';
import { connect } from '@nats-io/transport-node';
import { BareRelay } from './bare.js';
import { nowMs, serveParent, type SideConfig } from './side.js';
import { thingChanged, type ThingChanged, thingsMax } from './thing.js';

export interface TellerAsks {
  /** Records so many events in one transaction. @returns the moment of its commit */
  fill(count: number): Promise<number>;
  /** Records so many events, so many a second. @returns when it began, and the moment of the commit of each, by number */
  pace(wanted: Pace): Promise<{ readonly begunAt: number; readonly moments: readonly number[] }>;
}

export interface Pace {
  readonly count: number;
  readonly perSecond: number;
}

const togetherMax = 500;
const config = JSON.parse(process.argv[2] ?? '') as SideConfig;
const contract = thingChanged(config.kind);
const dataSource = await createDataSource({
  url: config.databaseUrl,
  schema: 'teller',
  entities: [],
}).initialize();
const nats = await connect(natsOptions(config.natsUrl, 'teller'));
const transactions = new Transactions(dataSource, systemClock, aesGcm(randomBytes(32)));
const relay =
  config.kind === 'own'
    ? new Relay({
        dataSource,
        store: storeOn(nats),
        metrics: createMetrics('teller'),
        logger: createLogger({ service: 'teller', level: 'warn' }),
      })
    : await BareRelay.connect(config, nats);
relay.start();

/** They change in turn, and nobody else changes them. */
const things = Array.from({ length: thingsMax }, () => ({ id: newId(), version: 0 }));

const fill = (count: number): Promise<number> => record(0, count);

/** What has fallen due while others were recorded is recorded together, as a service's group commit has it. */
async function pace({
  count,
  perSecond,
}: Pace): Promise<{ readonly begunAt: number; readonly moments: readonly number[] }> {
  const begunAt = nowMs();
  const moments: number[] = [];
  while (moments.length < count) {
    const dueCount = Math.min(count, Math.floor(((nowMs() - begunAt) / 1_000) * perSecond) + 1);
    if (dueCount > moments.length) {
      const committedAt = await record(moments.length, dueCount);
      while (moments.length < dueCount) moments.push(committedAt);
    } else await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return { begunAt, moments };
}

/** In one transaction, the numbers from the first to before the last. @returns the moment of its commit */
async function record(from: number, to: number): Promise<number> {
  const events = Array.from({ length: to - from }, (_one, index) => nextEvent(from + index));
  let committedAt = 0;
  await transactions.system(continueTrace(undefined), async (tx) => {
    tx.afterCommit(() => (committedAt = nowMs()));
    for (let first = 0; first < events.length; first += togetherMax)
      await recordEvents(tx, contract, events.slice(first, first + togetherMax));
    // The platform's own is woken by what records.
    if (relay instanceof BareRelay) tx.afterCommit(() => relay.wake());
  });
  return committedAt;
}

function nextEvent(number: number): EventRecord<ThingChanged> {
  const thing = things[number % things.length];
  if (thing === undefined) throw new Error('there are things');
  thing.version += 1;
  return { about: thing.id, data: { ...thing, number } };
}

const works: TellerAsks = { fill, pace };
serveParent({ ...works }, async () => {
  await relay.stop();
  await nats.close();
  await dataSource.destroy();
});
