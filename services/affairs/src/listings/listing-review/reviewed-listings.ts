import { Injectable } from '@nestjs/common';
import type { ListingKind } from '@gongxiang/contracts/affairs/listings/listing-report';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { BenefitRow } from '../benefit/benefit.entity.js';
import { BenefitRepository } from '../benefit/benefit.repository.js';
import { VacancyRow } from '../vacancy/vacancy.entity.js';
import { VacancyRepository } from '../vacancy/vacancy.repository.js';

/** What a review has to know of a vacancy or a benefit. */
export interface ReviewedListing {
  readonly kind: ListingKind;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The union that has published it. */
  readonly unionId: string;
  readonly writtenBy: string;
  readonly isHidden: boolean;
}

/** Vacancies and benefits as one, for whoever decides on reports. */
@Injectable()
export class ReviewedListings {
  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly benefits: BenefitRepository,
  ) {}

  async lock(tx: Transaction, kind: ListingKind, id: string): Promise<ReviewedListing | null> {
    if (kind === 'vacancy') {
      const row = await this.vacancies.lock(tx, id);
      return row && ofVacancy(row);
    }
    const row = await this.benefits.lock(tx, id);
    return row && ofBenefit(row);
  }

  /** By their ids, without those that are not there. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, ReviewedListing>> {
    if (ids.length === 0) return new Map();
    const where = { id: In([...ids]) };
    const vacancies = await tx.sql.find(VacancyRow, { where });
    const benefits = await tx.sql.find(BenefitRow, { where });
    const listings = [...vacancies.map(ofVacancy), ...benefits.map(ofBenefit)];
    return new Map(listings.map((listing) => [listing.id, listing]));
  }

  /** It has to be locked. @param reason null where it is hidden as many have reported it */
  async hide(tx: Transaction, listing: ReviewedListing, reason: string | null): Promise<void> {
    await this.change(tx, listing, { hiddenAt: tx.now, hiddenReason: reason });
  }

  /** It has to be locked. */
  async show(tx: Transaction, listing: ReviewedListing): Promise<void> {
    await this.change(tx, listing, { hiddenAt: null, hiddenReason: null });
  }

  private async change(
    tx: Transaction,
    { kind, id, version, isHidden }: ReviewedListing,
    changes: { readonly hiddenAt: Date | null; readonly hiddenReason: string | null },
  ): Promise<void> {
    const row = { ...changes, version: version + 1 };
    if (kind === 'vacancy') await tx.sql.update(VacancyRow, { id }, row);
    else await tx.sql.update(BenefitRow, { id }, row);
    const after = { version: row.version, isHidden: changes.hiddenAt !== null };
    tx.audit({ noun: kind, id, before: { version, isHidden }, after });
  }
}

function ofVacancy({ id, version, title, publisherId, writtenBy, hiddenAt }: VacancyRow): ReviewedListing {
  return {
    kind: 'vacancy',
    id,
    version,
    title,
    unionId: publisherId,
    writtenBy,
    isHidden: hiddenAt !== null,
  };
}

function ofBenefit({ id, version, title, unionId, writtenBy, hiddenAt }: BenefitRow): ReviewedListing {
  return { kind: 'benefit', id, version, title, unionId, writtenBy, isHidden: hiddenAt !== null };
}
