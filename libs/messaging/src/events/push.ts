import type { NatsConnection } from '@nats-io/transport-node';
import type { Transaction } from '@gongxiang/persistence';

/**
 * Notifies open pages that a resource changed. It carries no data: the page requests it again and is authorised
 * again.
 */
export interface Hint {
  readonly resource: string;
  readonly id: string;
  readonly version: number;
}

/** Sends hints after the commit. They are not persisted: a lost one costs a person a page reload. */
export class Push {
  constructor(private readonly nats: NatsConnection) {}

  hint(tx: Transaction, personIds: readonly string[], hint: Hint): void {
    tx.afterCommit(() => {
      if (this.nats.isClosed()) return;
      for (const personId of personIds) this.nats.publish(`push.${personId}`, JSON.stringify(hint));
    });
  }
}
