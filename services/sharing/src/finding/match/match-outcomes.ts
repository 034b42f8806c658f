import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityOutcome } from './activity-outcome.js';
import { BrandOutcome } from './brand-outcome.js';
import type { CoHostingPlan, MatchOutcome, MatchRow, NeedRow } from '../../lending/need/need.entity.js';
import { NeedOutcome } from './need-outcome.js';
import { ResourceOutcome } from './resource-outcome.js';

/** The outcome of an accepted match. */
export interface CreatedOutcome {
  readonly outcome: MatchOutcome;
  readonly plan: CoHostingPlan | null;
  /** It answers the whole need, not just one of the wants. */
  readonly isWhole: boolean;
}

/** A match being accepted, with its need; both are locked, and so is the other need if one is joined. */
export interface Accepting {
  readonly match: MatchRow;
  readonly need: NeedRow;
}

/** Creates the outcome of an accepted match, in the accepting transaction. */
@Injectable()
export class MatchOutcomes {
  constructor(
    private readonly resources: ResourceOutcome,
    private readonly activities: ActivityOutcome,
    private readonly brands: BrandOutcome,
    private readonly needs: NeedOutcome,
  ) {}

  /** @throws DomainError `OFFER_GONE`, and the refusals of the outcome */
  create(tx: Transaction, accepting: Accepting): Promise<CreatedOutcome> {
    switch (accepting.match.offerKind) {
      case 'resource':
        return this.resources.create(tx, accepting);
      case 'activity':
        return this.activities.create(tx, accepting);
      case 'brand':
        return this.brands.create(tx, accepting);
      case 'need':
        return this.needs.create(tx, accepting);
    }
  }
}
