import { Inject, Injectable } from '@nestjs/common';
import {
  awaitAskedEvents,
  type AwaitsDigest,
  type AwaitsRetold,
} from '@gongxiang/contracts/notification/awaits';
import type { NotifyingService } from '@gongxiang/contracts/notification/notice-raised';
import { awaitsInFlightMs, recordEvent } from '@gongxiang/messaging/events';
import { LOGGER } from '@gongxiang/messaging/service';
import type { Logger } from '@gongxiang/observability';
import type { Transaction } from '@gongxiang/persistence';
import { AwaitingRepository } from './awaiting.repository.js';
import { AwaitingService } from './awaiting.service.js';
import { driftOf, nameOf } from './drift.model.js';
import { DriftRepository } from './drift.repository.js';

/**
 * Keeps the copy of what waits from drifting away from its owners. Their digests only raise a suspicion, as something
 * may have arrived in another order; what is mended is decided thing by thing, of what the owner then tells anew.
 */
@Injectable()
export class DriftService {
  constructor(
    private readonly drift: DriftRepository,
    private readonly things: AwaitingRepository,
    private readonly awaiting: AwaitingService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async compare(tx: Transaction, service: NotifyingService, digest: AwaitsDigest): Promise<void> {
    const here = await this.drift.digestOf(tx, service, digest.inFlight);
    if (here.count === digest.count && here.hash === digest.hash) return;
    this.logger.info(
      { owner: service, here: here.count, there: digest.count },
      'what waits may have drifted: it is asked for anew',
    );
    await recordEvent(tx, awaitAskedEvents.asked, service, { service });
  }

  async mend(tx: Transaction, service: NotifyingService, told: AwaitsRetold): Promise<void> {
    const known = await this.drift.known(tx, service, told);
    await this.things.whilePlacing(tx);
    const { changed, closed } = driftOf(told, known, awaitsInFlightMs);
    const versions = new Map(known.map((thing) => [nameOf(thing), thing.version]));
    let mended = 0;
    for (const state of [...changed, ...closed.map((thing) => ({ ...thing, awaits: [] }))]) {
      const thing = { service, subject: state.subject, id: state.id };
      const change = { from: versions.get(nameOf(state)) ?? null, to: state.version };
      // Something newer may have been heard meanwhile, by another replica.
      if (!(await this.things.supersede(tx, thing, change))) continue;
      await this.awaiting.apply(tx, thing, state);
      mended += 1;
    }
    if (mended > 0)
      this.logger.warn(
        { owner: service, changed: changed.length, closed: closed.length },
        'what waits had drifted from what its service has: it was mended',
      );
  }
}
