import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityOutcome } from './activity-outcome.js';
import { BrandOutcome } from './brand-outcome.js';
import type { CoHostingPlan, MatchOutcome, MatchRow, NeedRow } from '../../lending/need/need.entity.js';
import { NeedOutcome } from './need-outcome.js';
import { ResourceOutcome } from './resource-outcome.js';

/** What is made when a match is accepted. */
export interface CreatedOutcome {
  readonly outcome: MatchOutcome;
  readonly plan: CoHostingPlan | null;
  /** It answers all that is sought, and not one of the wants alone. */
  readonly isWhole: boolean;
}

/** A match that is being accepted, with its need; both are locked, as is the other need where it is one that is joined. */
export interface Accepting {
  readonly match: MatchRow;
  readonly need: NeedRow;
}

/** Makes what an accepted match leads to, in the transaction that accepts it. */
@Injectable()
export class MatchOutcomes {
  constructor(
    private readonly resources: ResourceOutcome,
    private readonly activities: ActivityOutcome,
    private readonly brands: BrandOutcome,
    private readonly needs: NeedOutcome,
  ) {}

  /** @throws DomainError `OFFER_GONE`, and as that what is made is refused */
  create(tx: Transaction, accepting: Accepting): Promise<CreatedOutcome> {
    switch (accepting.match.offerKind) {
      case 'resource':
        return this.resources.create(tx, accepting);
      case 'activity':
        return this.activities.create(tx, accepting);
      case 'brand':
        return this.brands.create(tx, accepting);
      case 'need':
        return this.needs.make(tx, accepting);
    }
  }
}
