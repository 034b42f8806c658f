import type { NatsConnection } from '@nats-io/transport-node';

/** Overhead of a message: the seal of a frame, its heads and the NATS protocol. */
const overheadBytes = 4_096;
/** The default `max_payload` of nats-server. */
const defaultBytes = 1_048_576;
/**
 * Below this, some lists and documents of the services are refused; `deploy/nats/nats.conf` sets `max_payload` to
 * eight megabytes.
 */
export const recommendedBytes = 7_000_000;

/** How many bytes of content one message may hold, according to the connected server. */
export function messageBytesMax(nats: Pick<NatsConnection, 'info'> | null): number {
  return (nats?.info?.max_payload ?? defaultBytes) - overheadBytes;
}
