import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable } from '@nestjs/common';
import { authChangedSubject } from '@gongxiang/contracts/membership/access/session.contract';
import { NATS } from '@gongxiang/messaging/service';
import type { Transaction } from '@gongxiang/persistence';

/**
 * Notifies all gateways, after the commit, to invalidate their cache of a person's sessions and roles. A lost message
 * costs at most the 30 seconds of that cache.
 */
@Injectable()
export class AuthChanges {
  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  publish(tx: Transaction, personId: string): void {
    this.tell(tx, personId);
  }

  /** What everybody's roles reach may be another by now. */
  publishAll(tx: Transaction): void {
    this.tell(tx, null);
  }

  private tell(tx: Transaction, personId: string | null): void {
    tx.afterCommit(() => {
      if (!this.nats.isClosed()) this.nats.publish(authChangedSubject, JSON.stringify({ personId }));
    });
  }
}
