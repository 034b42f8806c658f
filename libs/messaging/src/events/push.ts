import type { NatsConnection } from '@nats-io/transport-node';
import type { Transaction } from '@gongxiang/persistence';

/** Tells open pages that something changed, without saying what: they ask again, and are authorised anew. */
export interface Hint {
  readonly resource: string;
  readonly id: string;
  readonly version: number;
}

/** Sends hints after the commit. One that is lost costs a person a reload, so nothing keeps them. */
export class Push {
  constructor(private readonly nats: NatsConnection) {}

  hint(tx: Transaction, personIds: readonly string[], hint: Hint): void {
    tx.afterCommit(() => {
      if (this.nats.isClosed()) return;
      for (const personId of personIds) this.nats.publish(`push.${personId}`, JSON.stringify(hint));
    });
  }
}
