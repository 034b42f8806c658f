import { Injectable } from '@nestjs/common';
import {
  awaitDigestEvents,
  awaitEvents,
  awaitRetoldEvents,
  type AwaitsDigest,
  type AwaitsRetold,
  type AwaitsState,
} from '@gongxiang/contracts/notification/awaits';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AwaitingService } from './awaiting.service.js';
import { DriftService } from './drift.service.js';

/** Keeps what the services tell of what waits for whom. Their digests come behind it, in the same order as they were told. */
@Consumer('awaiting-consumer')
@Injectable()
export class AwaitingConsumer {
  constructor(
    private readonly awaiting: AwaitingService,
    private readonly drift: DriftService,
  ) {}

  @Consumes(awaitEvents.membership)
  ofMembership(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'membership', told);
  }

  @Consumes(awaitEvents.sharing)
  ofSharing(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'sharing', told);
  }

  @Consumes(awaitEvents.settlement)
  ofSettlement(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'settlement', told);
  }

  @Consumes(awaitEvents.evaluation)
  ofEvaluation(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'evaluation', told);
  }

  @Consumes(awaitEvents.affairs)
  ofAffairs(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'affairs', told);
  }

  @Consumes(awaitDigestEvents.membership)
  compareMembership(tx: Transaction, digest: AwaitsDigest): Promise<void> {
    return this.drift.compare(tx, 'membership', digest);
  }

  @Consumes(awaitRetoldEvents.membership)
  mendMembership(tx: Transaction, told: AwaitsRetold): Promise<void> {
    return this.drift.mend(tx, 'membership', told);
  }

  @Consumes(awaitDigestEvents.sharing)
  compareSharing(tx: Transaction, digest: AwaitsDigest): Promise<void> {
    return this.drift.compare(tx, 'sharing', digest);
  }

  @Consumes(awaitRetoldEvents.sharing)
  mendSharing(tx: Transaction, told: AwaitsRetold): Promise<void> {
    return this.drift.mend(tx, 'sharing', told);
  }

  @Consumes(awaitDigestEvents.settlement)
  compareSettlement(tx: Transaction, digest: AwaitsDigest): Promise<void> {
    return this.drift.compare(tx, 'settlement', digest);
  }

  @Consumes(awaitRetoldEvents.settlement)
  mendSettlement(tx: Transaction, told: AwaitsRetold): Promise<void> {
    return this.drift.mend(tx, 'settlement', told);
  }

  @Consumes(awaitDigestEvents.evaluation)
  compareEvaluation(tx: Transaction, digest: AwaitsDigest): Promise<void> {
    return this.drift.compare(tx, 'evaluation', digest);
  }

  @Consumes(awaitRetoldEvents.evaluation)
  mendEvaluation(tx: Transaction, told: AwaitsRetold): Promise<void> {
    return this.drift.mend(tx, 'evaluation', told);
  }

  @Consumes(awaitDigestEvents.affairs)
  compareAffairs(tx: Transaction, digest: AwaitsDigest): Promise<void> {
    return this.drift.compare(tx, 'affairs', digest);
  }

  @Consumes(awaitRetoldEvents.affairs)
  mendAffairs(tx: Transaction, told: AwaitsRetold): Promise<void> {
    return this.drift.mend(tx, 'affairs', told);
  }
}
