import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable } from '@nestjs/common';
import { authChangedSubject } from '@gongxiang/contracts/membership/access/session.contract';
import { NATS } from '@gongxiang/messaging/service';
import type { Transaction } from '@gongxiang/persistence';

/**
 * Tells every gateway, after the commit, to forget what it knows of a person's sessions and roles. A message that is
 * lost costs at most the 30 seconds for which they keep it.
 */
@Injectable()
export class AuthChanges {
  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  tell(tx: Transaction, personId: string): void {
    tx.afterCommit(() => {
      if (!this.nats.isClosed()) this.nats.publish(authChangedSubject, JSON.stringify({ personId }));
    });
  }
}
