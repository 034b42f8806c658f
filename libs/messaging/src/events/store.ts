import type { JetStreamManagerOptions } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { natsOptions } from '../rpc/nats-options.js';

/** Where a process finds events and files: its connection, and what JetStream's interface is called on it. */
export interface Store {
  readonly nats: NatsConnection;
  readonly options: JetStreamManagerOptions;
}

/**
 * What the interface is called in the account that a service has for events and files (`deploy/nats/users.conf`). Under its
 * usual name every account has one of its own.
 */
export const storePrefix = 'STORE';

/** On a server that has no accounts, or as its administrator. */
export function storeOn(nats: NatsConnection): Store {
  // To ask what the account may use is the administrator's.
  return { nats, options: { checkAPI: false } };
}

/**
 * The store of a service: by a connection of its own, where its user for it is given, as then no answer of JetStream can be
 * led to a subject on which calls or events go.
 * @param nats its connection for everything else, which is all there is where NATS has no accounts
 */
export async function openStore(url: string | undefined, name: string, nats: NatsConnection): Promise<Store> {
  if (url === undefined) return storeOn(nats);
  const own = await connect({ ...natsOptions(url, name), waitOnFirstConnect: true });
  return { nats: own, options: { apiPrefix: storePrefix, checkAPI: false } };
}
