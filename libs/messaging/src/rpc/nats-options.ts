import type { NodeConnectionOptions } from '@nats-io/transport-node';

/**
 * Connection options: address, user and private inbox, all from one URL. Replies go to an inbox that only this user
 * may read (`deploy/nats/nats.conf`).
 */
export function natsOptions(natsUrl: string, name: string): NodeConnectionOptions {
  const url = new URL(natsUrl);
  const user = decodeURIComponent(url.username);
  return {
    servers: [`${url.hostname}:${url.port || '4222'}`],
    name,
    inboxPrefix: `_INBOX_${user || name}`,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 10_000,
    maxPingOut: 2,
    // Otherwise the client creates an Error for each request and event in advance, to have a stack in case it fails.
    noAsyncTraces: true,
    ...(user ? { user, pass: decodeURIComponent(url.password) } : {}),
  };
}
