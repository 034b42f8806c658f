import type { NatsConnection } from '@nats-io/transport-node';

/** A hint as the gateway receives it, with its recipient. */
export interface HeardHint {
  readonly personId: string;
  readonly resource: string;
  readonly id: string;
  readonly version: number;
}

/** Collects every hint from now on. @returns them in order of arrival; the list grows */
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
