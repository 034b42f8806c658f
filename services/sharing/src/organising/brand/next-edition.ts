import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, BrandRef } from '../../activities/activity/activity.entity.js';
import type { CopiedCredit } from '../draft/copied-credit.js';
import { AdoptionRequestRepository } from './adoption-request.repository.js';
import { BrandChanges } from './brand-changes.js';
import type { BrandRow } from './brand.entity.js';
import { mayAdopt } from './brand.model.js';

/** Counts the editions of a brand, whether they begin with its template or with an earlier edition. */
@Injectable()
export class NextEdition implements CopiedCredit {
  constructor(
    private readonly changes: BrandChanges,
    private readonly requests: AdoptionRequestRepository,
  ) {}

  async next(tx: Transaction, { brand: credit, unionId }: ActivityRow): Promise<BrandRef | null> {
    if (credit === null) return null;
    const brand = await this.changes.lock(tx, credit.id);
    if (!mayAdopt(brand, unionId, await this.isApproved(tx, brand, unionId))) return null;
    const next = creditOf(brand);
    await this.changes.save(tx, brand, { editions: next.edition });
    return next;
  }

  async isApproved(tx: Transaction, { id, adoption }: BrandRow, unionId: string): Promise<boolean> {
    if (adoption === 'open') return false;
    return (await this.requests.standing(tx, id, unionId))?.state === 'approved';
  }
}

export function creditOf({ id, name, founderName: founder, editions, templateVersion }: BrandRow): BrandRef {
  return { id, name, founder, edition: editions + 1, templateVersion };
}
