import { expect } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { withDatabase } from './fixtures.js';
import type { TestPlatform } from './test-platform.js';

/** A connection that may read and write every stream. */
export function connectAsAdmin(platform: TestPlatform): Promise<NatsConnection> {
  const pass = platform.secrets.natsPasswords['admin'] ?? '';
  return connect({ servers: platform.natsUrl, user: 'admin', pass });
}

interface ConsumerList {
  readonly consumers?: readonly { readonly num_pending: number; readonly num_ack_pending: number }[];
}

/** Whatever a service has recorded is published, and every consumer of its stream has acknowledged all there is. */
export async function allHeard(platform: TestPlatform, nats: NatsConnection, service: string): Promise<void> {
  const unpublished = await withDatabase(platform, (sql) =>
    sql.query(`SELECT 1 FROM ${service}.outbox WHERE published_at IS NULL`),
  );
  expect(unpublished.rowCount).toBe(0);
  const reply = await nats.request(`$JS.API.CONSUMER.LIST.evt_${service}`, '{}');
  const { consumers = [] } = reply.json<ConsumerList>();
  expect(consumers.map((one) => one.num_pending + one.num_ack_pending)).toEqual(consumers.map(() => 0));
}
