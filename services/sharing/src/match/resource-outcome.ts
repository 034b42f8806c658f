import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { OfferDesk } from '../resource/offer-desk.js';
import type { Accepting, Made } from './match-outcomes.js';
import { firstFree, hullOf, spansOf } from '../need/span.model.js';

/** A loan to be asked for, at the first time that is still free. */
@Injectable()
export class ResourceOutcome {
  constructor(private readonly desk: OfferDesk) {}

  async make(tx: Transaction, { match, need }: Accepting): Promise<Made> {
    const resource = await this.desk.find(tx, match.offerId);
    if (resource?.active !== true) throw new DomainError('OFFER_GONE');
    const spans = spansOf(need.windows, need.flexible);
    const { busy } = await this.desk.terms(tx, [resource.id], hullOf(spans));
    const taken = busy.get(resource.id) ?? [];
    const [free] = spans.filter(({ end }) => end > tx.now).flatMap((span) => firstFree(span, taken) ?? []);
    if (free === undefined) throw new DomainError('OFFER_GONE');
    const outcome = {
      ...({ kind: 'loanRequest', id: resource.id, activityId: null } as const),
      ...{ from: free.start.toISOString(), to: free.end.toISOString() },
    };
    return { outcome, plan: null, isWhole: false };
  }
}
