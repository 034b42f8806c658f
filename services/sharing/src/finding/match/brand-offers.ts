import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { BrandRepository } from '../../organising/brand/brand.repository.js';
import type { BrandTemplate } from '../../organising/brand/template.js';
import { EarlierScores } from './earlier-scores.js';
import type { Offer } from './match.model.js';
import { analyserOf } from '../../lending/words/analyser-of.js';

/** Brands of which an edition could be run. */
@Injectable()
export class BrandOffers {
  constructor(
    private readonly brands: BrandRepository,
    private readonly scores: EarlierScores,
  ) {}

  async load(tx: Transaction, ids: readonly string[]): Promise<Offer[]> {
    const published = (await this.brands.withTemplates(tx, ids)).filter(
      ({ brand }) => brand.state === 'published',
    );
    const scores = await this.scores.of(
      tx,
      'brand',
      published.map(({ brand }) => brand.id),
    );
    const analyser = await analyserOf(tx);
    return published.map(({ brand, template }) => ({
      id: brand.id,
      ownerUnionId: brand.founderUnionId,
      ownerPersonId: null,
      functions: [brand.function],
      businesses: [brand.business],
      room: roomOf(template),
      pieces: null,
      district: null,
      place: null,
      words: analyser.wordTerms(`${brand.name} ${template.title}`, brand.story),
      earlier: scores.get(brand.id) ?? null,
      terms: {
        kind: 'brand',
        minutes: minutesOf(template),
        activityKind: brand.kind,
        isOpen: brand.adoption === 'open',
      },
    }));
  }
}

function roomOf({ pools }: BrandTemplate): number | null {
  const seats = pools.reduce((sum, { capacity }) => sum + capacity, 0);
  return seats === 0 ? null : seats;
}

function minutesOf({ startsAt, endsAt }: BrandTemplate): number {
  return Math.round((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60_000);
}
