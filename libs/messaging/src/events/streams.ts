import { jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';

/** The stream that keeps a service's events. */
export function streamOf(service: string): string {
  return `evt_${service}`;
}

const nanosecondsPerMs = 1_000_000;

/** Makes the stream of a service where it is missing. Whoever comes first makes it: owner or consumer. */
export async function ensureStream(nats: NatsConnection, service: string, replicas = 1): Promise<void> {
  const manager = await jetstreamManager(nats);
  const config = {
    name: streamOf(service),
    subjects: [`evt.${service}.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    num_replicas: replicas,
    // The outbox keeps events longer than this; a copy that needs older ones is rebuilt by `republish`.
    max_age: 30 * 24 * 3_600_000 * nanosecondsPerMs,
    duplicate_window: 120_000 * nanosecondsPerMs,
  };
  try {
    await manager.streams.info(config.name);
  } catch {
    // It is not there, or the server is not: in the second case adding it fails with the reason.
    await manager.streams.add(config);
  }
}
