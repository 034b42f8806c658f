import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  type JetStreamManager,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { streamOfBucket, subjectsOfBucket } from '../files/bucket-names.js';
import type { BucketPlan, ConsumerPlan, Manifest, StreamPlan } from './manifest.js';

/**
 * Makes what is missing of a manifest, and brings what is there to what it says; nothing is removed, and nothing that is
 * kept is touched. May be called at any time, also by several at once.
 * @param nats of the administrator: no service may do this
 */
export async function provision(nats: NatsConnection, manifest: Manifest): Promise<void> {
  const manager = await jetstreamManager(nats);
  const { replicas, streams, buckets, consumers } = manifest;
  const known = await streamNames(manager);
  for (const config of [...streams.map(streamConfig), ...buckets.map(bucketConfig)]) {
    const wanted = Object.assign(config, { num_replicas: replicas });
    if (known.has(config.name)) await manager.streams.update(config.name, wanted);
    else await manager.streams.add(wanted);
  }
  for (const plan of consumers) await provideConsumer(manager, plan);
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

/** As NATS's own object stores are, so that its tools read them. */
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
