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

/** JetStream reserves a stream's bound; this is its error code if the store has no space left to reserve. */
const noSpaceToReserve = 10047;
/**
 * A bucket may exceed its share when the bound is introduced. Its bound is then this factor above its current size:
 * no further file is stored, as uploads stop at `fullAt` (0.9) of the bound, while deletions, which write an index
 * entry, still fit.
 */
const headroomFactor = 1.05;
const noBound = -1;

/**
 * Creates missing objects of a manifest and updates existing ones; nothing is removed, and stored messages stay. May
 * be called at any time, also concurrently.
 * @param nats a connection of the administrator: no service may do this
 * @returns the buckets that did not get their bound, as NATS has no space left to reserve
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
    if (!(await ensureBucket(manager, plan, { manifest, known }))) unbounded.push(plan.name);
  for (const plan of consumers) await ensureConsumer(manager, plan);
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
    const existing = known.has(stream) ? await consumerNames(nats, stream) : new Set();
    const wanted = manifest.consumers.filter((one) => one.stream === stream).map((one) => one.name);
    missing.push(...wanted.filter((name) => !existing.has(name)));
  }
  return missing;
}

async function streamNames(manager: JetStreamManager): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const name of manager.streams.names()) names.add(name);
  return names;
}

/** Names only; the client's own listing would also request the state of each consumer. */
async function consumerNames(nats: NatsConnection, stream: string): Promise<Set<string>> {
  const reply = await nats.request(`$JS.API.CONSUMER.NAMES.${stream}`, '{}');
  return new Set(reply.json<{ readonly consumers?: readonly string[] | null }>().consumers ?? []);
}

type Wanted = Partial<StreamConfig> & { readonly name: string };

/**
 * No byte limit: at the limit NATS would drop events that nobody has consumed, or refuse new ones. Streams are
 * bounded by their retention, and by the store, of which the buckets leave enough.
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

/** Configured like NATS's own object stores, so that its tools can read them. A full bucket refuses new messages. */
function bucketConfig({ name, description, keptMs }: BucketPlan): Wanted {
  return {
    name: streamOfBucket(name),
    description,
    subjects: subjectsOfBucket(name),
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    allow_rollup_hdrs: true,
    allow_direct: true,
    // The placeholder of a deleted file expires.
    allow_msg_ttl: true,
    max_age: keptMs === undefined ? 0 : nanos(keptMs),
  };
}

/** @returns whether the bucket got its bound */
async function ensureBucket(
  { streams }: JetStreamManager,
  plan: BucketPlan,
  { manifest, known }: { readonly manifest: Manifest; readonly known: ReadonlySet<string> },
): Promise<boolean> {
  const wanted = { ...bucketConfig(plan), num_replicas: manifest.replicas };
  const current = known.has(wanted.name) ? await streams.info(wanted.name) : null;
  const apply = (bound: number): Promise<unknown> => {
    const config = { ...wanted, max_bytes: bound };
    return current === null ? streams.add(config) : streams.update(wanted.name, config);
  };
  try {
    await apply(boundOf(plan, manifest.storeBytes, current?.state.bytes ?? 0));
    return true;
  } catch (error) {
    if (!(error instanceof JetStreamApiError && error.code === noSpaceToReserve)) throw error;
    await apply(current?.config.max_bytes ?? noBound);
    return false;
  }
}

/** Bytes; -1 for no bound. */
function boundOf({ share }: BucketPlan, storeBytes: number | undefined, usedBytes: number): number {
  if (storeBytes === undefined) return noBound;
  return Math.max(Math.floor(share * storeBytes), Math.ceil(usedBytes * headroomFactor));
}

async function ensureConsumer({ consumers }: JetStreamManager, plan: ConsumerPlan): Promise<void> {
  const changeable = {
    filter_subjects: [...plan.subjects],
    ack_wait: nanos(plan.redeliveryMs),
    max_ack_pending: plan.pendingMax,
  };
  const isKnown = await consumers.info(plan.stream, plan.name).then(
    () => true,
    () => false, // missing, or the server is away: then adding it fails with the reason
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
