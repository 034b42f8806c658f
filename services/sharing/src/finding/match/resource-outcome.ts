import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { OfferLookup } from '../../lending/resource/offer-lookup.js';
import { firstTime, soughtOf } from './lending-time.model.js';
import type { Accepting, CreatedOutcome } from './match-outcomes.js';
import { hullOf, spansOf } from '../../lending/need/span.model.js';

/** A loan to be requested, at the first time that is still free. */
@Injectable()
export class ResourceOutcome {
  constructor(private readonly resources: OfferLookup) {}

  async create(tx: Transaction, { match, need }: Accepting): Promise<CreatedOutcome> {
    const resource = await this.resources.find(tx, match.offerId);
    if (resource?.active !== true) throw new DomainError('OFFER_GONE');
    const spans = spansOf(need.windows, need.flexible);
    const supply = (await this.resources.supply(tx, [resource], hullOf(spans))).get(resource.id);
    const quantity = soughtOf(need.wants[match.want] ?? {}, { pieces: resource.quantity });
    const ahead = spans.filter(({ end }) => end > tx.now);
    const [free] = ahead.flatMap((span) => (supply && firstTime(supply, span, quantity)) ?? []);
    if (free === undefined) throw new DomainError('OFFER_GONE');
    const outcome = {
      kind: 'loanRequest' as const,
      id: resource.id,
      activityId: null,
      from: free.start.toISOString(),
      to: free.end.toISOString(),
    };
    return { outcome, plan: null, isWhole: false };
  }
}
