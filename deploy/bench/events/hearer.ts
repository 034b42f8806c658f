import { randomBytes } from 'node:crypto';
// The process that hears events: by the platform's consumer and inbox, or one transaction each.
import type { EventContract } from '@gongxiang/contracts/core/contract';
import { systemClock } from '@gongxiang/domain';
import { type BoundEvent, ConsumerLoop } from '@gongxiang/messaging/events';
import { storeOn } from '@gongxiang/messaging/files';
import { natsOptions } from '@gongxiang/messaging/rpc';
import { createLogger, createMetrics } from '@gongxiang/observability';
import { aesGcm, createDataSource, Transactions } from '@gongxiang/persistence';
import { connect } from '@nats-io/transport-node';
import { BareConsumer } from './bare.js';
import { nowMs, serveParent, type SideConfig } from './side.js';
import { hearerOf, thingChanged, type ThingChanged } from './thing.js';

export interface HearerAsks {
  /** Forgets what it has heard, and waits for so many from now on. */
  expect(count: number): Promise<void>;
  /** @returns the moment of each commit, by number. @throws Error how many are missing when the time is up */
  heard(withinMs: number): Promise<readonly number[]>;
}

const config = JSON.parse(process.argv[2] ?? '') as SideConfig;
const dataSource = await createDataSource({
  url: config.databaseUrl,
  schema: 'hearer',
  entities: [],
}).initialize();
const nats = await connect(natsOptions(config.natsUrl, 'hearer'));

/** The moment at which each was heard first; NaN where it was not yet. */
let moments: number[] = [];
let missing = 0;
let complete: () => void = () => undefined;

function note(number: number): void {
  if (!Number.isNaN(moments[number])) return; // once more, or none of those that are waited for
  moments[number] = nowMs();
  missing -= 1;
  if (missing === 0) complete();
}

/** Keeps what it was told, as a consumer that keeps copies does: events that have come share a transaction (`@ConsumesTogether`). */
const bound: BoundEvent = {
  consumer: hearerOf(config.kind),
  contract: thingChanged(config.kind) as EventContract<unknown>,
  rowOf: (data) => (data as ThingChanged).id,
  handle: async (tx, data, { id }) => {
    const { id: thingId, version, number } = data as ThingChanged;
    const effect = 'INSERT INTO heard (event_id, thing_id, version) VALUES ($1, $2, $3)';
    tx.send(tx.sql.query(effect, [id, thingId, version]));
    tx.afterCommit(() => note(number));
  },
};
const consumer =
  config.kind === 'own'
    ? new ConsumerLoop(bound.consumer, [bound], {
        store: storeOn(nats),
        dataSource,
        metrics: createMetrics('hearer'),
        transactions: new Transactions(dataSource, systemClock, aesGcm(randomBytes(32))),
        logger: createLogger({ service: 'hearer', level: 'warn' }),
      })
    : await BareConsumer.connect(config, nats, note);
consumer.start();

const works: HearerAsks = {
  expect: async (count) => {
    moments = new Array<number>(count).fill(Number.NaN);
    missing = count;
  },
  heard: async (withinMs) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
    if (missing > 0) await Promise.race([new Promise<void>((resolve) => (complete = resolve)), late]);
    clearTimeout(timer);
    if (missing > 0) throw new Error(`lost: ${missing} of ${moments.length} events were not heard in time`);
    return moments;
  },
};
serveParent({ ...works }, async () => {
  await consumer.stop();
  await nats.close();
  await dataSource.destroy();
});
