import type { JetStreamManagerOptions } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { natsOptions } from '../rpc/nats-options.js';

/** A process's access to events and files: its connection, and the JetStream API options for it. */
export interface Store {
  readonly nats: NatsConnection;
  readonly options: JetStreamManagerOptions;
}

/**
 * API prefix of JetStream in the account that a service has for events and files (`deploy/nats/users.conf`). Under
 * the default prefix every account sees its own JetStream.
 */
export const storePrefix = 'STORE';

/** The store on a server without accounts, or for its administrator. */
export function storeOn(nats: NatsConnection): Store {
  // Only the administrator may query account limits.
  return { nats, options: { checkAPI: false } };
}

/**
 * Opens the store of a service: over a connection of its own if a user for it is configured. Then no reply of
 * JetStream can be routed to a subject used for calls or events.
 * @param nats the service's main connection, which is used if NATS has no accounts
 */
export async function openStore(url: string | undefined, name: string, nats: NatsConnection): Promise<Store> {
  if (url === undefined) return storeOn(nats);
  const own = await connect({ ...natsOptions(url, name), waitOnFirstConnect: true });
  return { nats: own, options: { apiPrefix: storePrefix, checkAPI: false } };
}
