import type { NatsConnection } from '@nats-io/transport-node';

/** A hint as the gateway hears it, with whom it is for. */
export interface HeardHint {
  readonly personId: string;
  readonly resource: string;
  readonly id: string;
  readonly version: number;
}

/** Hears every hint from now on. @returns them, in the order in which they came; the list grows */
export async function hearHints(nats: NatsConnection): Promise<readonly HeardHint[]> {
  const heard: HeardHint[] = [];
  nats.subscribe('push.*', {
    callback: (_error, message) => {
      const hint = message.json<Omit<HeardHint, 'personId'>>();
      heard.push({ personId: message.subject.slice('push.'.length), ...hint });
    },
  });
  await nats.flush();
  return heard;
}
