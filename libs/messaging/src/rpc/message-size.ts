import type { NatsConnection } from '@nats-io/transport-node';

/** The seal of a frame, its heads and what NATS itself adds. */
const besidesBytes = 4_096;
/** What nats-server takes that was told nothing. */
const defaultBytes = 1_048_576;
/** Below this, lists and papers that the services make are refused: `max_payload` of `deploy/nats/nats.conf` is eight megabytes. */
export const wantedBytes = 7_000_000;

/** How many bytes of content one message may hold, as the server says that it is connected to. */
export function messageBytesMax(nats: Pick<NatsConnection, 'info'> | null): number {
  return (nats?.info?.max_payload ?? defaultBytes) - besidesBytes;
}
