import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { AdoptionRequestService } from '../../organising/brand/adoption-request.service.js';
import { AdoptionService } from '../../organising/brand/adoption.service.js';
import { BrandRepository } from '../../organising/brand/brand.repository.js';
import type { Accepting, CreatedOutcome } from './match-outcomes.js';
import { spansOf } from '../../lending/need/span.model.js';

const nothingMore = { from: null, to: null };

/** The draft of an edition; or a request to the founder if approval is needed. */
@Injectable()
export class BrandOutcome {
  constructor(
    private readonly brands: BrandRepository,
    private readonly adoptions: AdoptionService,
    private readonly requests: AdoptionRequestService,
  ) {}

  async create(tx: Transaction, { match, need }: Accepting): Promise<CreatedOutcome> {
    const brand = await this.brands.findById(tx, match.offerId);
    if (brand?.state !== 'published') throw new DomainError('OFFER_GONE');
    if (brand.adoption === 'onRequest') {
      const standing = await this.requests.standing(tx, brand.id, need.unionId);
      if (standing?.state !== 'approved') {
        const asked = { brandId: brand.id, unionId: need.unionId, note: need.title };
        const { id } = standing ?? (await this.requests.askIn(tx, asked));
        return whole({ kind: 'adoptionRequest', id, activityId: null, ...nothingMore });
      }
    }
    const [span] = spansOf(need.windows, need.flexible).filter(({ start }) => start > tx.now);
    if (span === undefined) throw new DomainError('WINDOW_PAST');
    const organiser = { kind: need.partyKind, id: need.partyId };
    const startsAt = span.start.toISOString();
    const { row } = await this.adoptions.adoptIn(tx, {
      brandId: brand.id,
      organiser,
      startsAt,
      keepDay: true,
    });
    return whole({ kind: 'adoptionDraft', id: row.id, activityId: row.id, ...nothingMore });
  }
}

function whole(outcome: CreatedOutcome['outcome']): CreatedOutcome {
  return { outcome, plan: null, isWhole: true };
}
