import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { streamOfBucket, subjectsOfBucket } from './bucket-names.js';
import type { BucketPlan, ConsumerPlan, Manifest, StreamPlan } from './manifest.js';

/** JetStream reserves the bound of a stream, and says this where the store has no room left to reserve. */
const storeReserved = 10047;
/**
 * A bucket may hold more than its share when the bound is brought in. Its bound is then this much above what it holds: no
 * further file is kept, as those end at `fullAt` (0.9) of it, and deletions, which write a note, still fit.
 */
const aboveHeld = 1.05;
const noBound = -1;

/**
 * Makes what is missing of a manifest, and brings what is there to what it says; nothing is removed, and nothing that is
 * kept is touched. May be called at any time, also by several at once.
 * @param nats of the administrator: no service may do this
 * @returns the buckets that did not get their bound, as NATS has no room left to reserve
 */
export async function provision(nats: NatsConnection, manifest: Manifest): Promise<string[]> {
  const manager = await jetstreamManager(nats);
  const { replicas, streams, buckets, consumers } = manifest;
  const known = await streamNames(manager);
  for (const plan of streams) {
    const wanted = { ...streamConfig(plan), num_replicas: replicas };
    if (known.has(wanted.name)) await manager.streams.update(wanted.name, wanted);
    else await manager.streams.add(wanted);
  }
  const unbounded: string[] = [];
  for (const plan of buckets)
    if (!(await provideBucket(manager, plan, { manifest, known }))) unbounded.push(plan.name);
  for (const plan of consumers) await provideConsumer(manager, plan);
  return unbounded;
}

/** @returns the names of streams, buckets and consumers of the manifest that the server does not have */
export async function missingOf(nats: NatsConnection, manifest: Manifest): Promise<string[]> {
  const manager = await jetstreamManager(nats);
  const known = await streamNames(manager);
  const names = [
    ...manifest.streams.map((one) => one.name),
    ...manifest.buckets.map(({ name }) => streamOfBucket(name)),
  ];
  const missing = names.filter((name) => !known.has(name));
  for (const { name: stream } of manifest.streams) {
    const there = known.has(stream) ? await consumerNames(nats, stream) : new Set();
    const wanted = manifest.consumers.filter((one) => one.stream === stream).map((one) => one.name);
    missing.push(...wanted.filter((name) => !there.has(name)));
  }
  return missing;
}

async function streamNames(manager: JetStreamManager): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const name of manager.streams.names()) names.add(name);
  return names;
}

/** Without what they are about, which the client asks for with each list. */
async function consumerNames(nats: NatsConnection, stream: string): Promise<Set<string>> {
  const reply = await nats.request(`$JS.API.CONSUMER.NAMES.${stream}`, '{}');
  return new Set(reply.json<{ readonly consumers?: readonly string[] | null }>().consumers ?? []);
}

type Wanted = Partial<StreamConfig> & { readonly name: string };

/**
 * Without a bound of bytes: at it, NATS would drop events that nobody has heard, or refuse new ones. They are bounded by the
 * time that they are kept, and by the store, of which the buckets leave them enough.
 */
function streamConfig({ name, subjects, keptMs, duplicatesMs }: StreamPlan): Wanted {
  return {
    name,
    subjects: [...subjects],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: nanos(keptMs),
    duplicate_window: nanos(duplicatesMs),
  };
}

/** As NATS's own object stores are, so that its tools read them. A full one refuses what is new. */
function bucketConfig({ name, description, keptMs }: BucketPlan): Wanted {
  return {
    name: streamOfBucket(name),
    description,
    subjects: subjectsOfBucket(name),
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    allow_rollup_hdrs: true,
    allow_direct: true,
    // What takes the place of a deleted file goes by itself.
    allow_msg_ttl: true,
    max_age: keptMs === undefined ? 0 : nanos(keptMs),
  };
}

/** @returns whether it has its bound */
async function provideBucket(
  { streams }: JetStreamManager,
  plan: BucketPlan,
  { manifest, known }: { readonly manifest: Manifest; readonly known: ReadonlySet<string> },
): Promise<boolean> {
  const wanted = { ...bucketConfig(plan), num_replicas: manifest.replicas };
  const before = known.has(wanted.name) ? await streams.info(wanted.name) : null;
  const provide = (bound: number): Promise<unknown> => {
    const config = { ...wanted, max_bytes: bound };
    return before === null ? streams.add(config) : streams.update(wanted.name, config);
  };
  try {
    await provide(boundOf(plan, manifest.storeBytes, before?.state.bytes ?? 0));
    return true;
  } catch (error) {
    if (!(error instanceof JetStreamApiError && error.code === storeReserved)) throw error;
    await provide(before?.config.max_bytes ?? noBound);
    return false;
  }
}

/** In bytes. */
function boundOf({ share }: BucketPlan, storeBytes: number | undefined, heldBytes: number): number {
  if (storeBytes === undefined) return noBound;
  return Math.max(Math.floor(share * storeBytes), Math.ceil(heldBytes * aboveHeld));
}

async function provideConsumer({ consumers }: JetStreamManager, plan: ConsumerPlan): Promise<void> {
  const changeable = {
    filter_subjects: [...plan.subjects],
    ack_wait: nanos(plan.redeliveryMs),
    max_ack_pending: plan.pendingMax,
  };
  const isKnown = await consumers.info(plan.stream, plan.name).then(
    () => true,
    () => false, // not there, or the server is not: then adding it fails with the reason
  );
  if (isKnown) {
    await consumers.update(plan.stream, plan.name, changeable);
    return;
  }
  await consumers.add(plan.stream, {
    ...changeable,
    durable_name: plan.name,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    max_deliver: -1,
  });
}
