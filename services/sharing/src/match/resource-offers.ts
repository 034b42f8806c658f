import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { OfferDesk } from '../resource/offer-desk.js';
import { findRight, type Right } from '../resource/right.model.js';
import type { Supply } from '../resource/supply.model.js';
import { feeOf } from '../resource/terms.model.js';
import { EarlierScores } from './earlier-scores.js';
import { firstFree } from '../need/span.model.js';
import type { Want } from '../need/want.model.js';
import { firstTime } from './lending-time.model.js';
import type { Allowed, LentTerms, Offer } from './match.model.js';
import { placeOf } from './place.model.js';
import { sayings, wordTerms } from './words.model.js';

/** In so many ways a skill is looked for, and so many resources are looked at for each. */
const sayingsMax = 4;
const namedMax = 40;

/** Things to borrow, as they answer needs. */
@Injectable()
export class ResourceOffers {
  constructor(
    private readonly desk: OfferDesk,
    private readonly scores: EarlierScores,
  ) {}

  /** @param period of all times that are asked for; what is taken outside it does not matter */
  async load(tx: Transaction, ids: readonly string[], period: Period): Promise<Offer[]> {
    const rows = await this.desk.offered(tx, ids);
    const found = rows.map(({ id }) => id);
    // Sent together, as none needs the others' answers: a need waits once for all of them.
    const [supply, rights, scores] = await Promise.all([
      this.desk.supply(tx, rows, period),
      this.desk.rights(tx, found, period),
      this.scores.of(tx, 'resource', found),
    ]);
    return rows.map((row) => ({
      id: row.id,
      ownerUnionId: row.ownerUnionId,
      ownerPersonId: row.ownerKind === 'person' ? row.ownerId : null,
      functions: [row.function],
      businesses: row.businesses,
      room: row.capacity,
      pieces: row.quantity,
      words: wordTerms(`${row.title} ${row.description}`),
      district: row.district,
      place: placeOf(row),
      earlier: scores.get(row.id) ?? null,
      terms: {
        kind: 'resource',
        freeIn: freeTimes(supply.get(row.id)),
        isInService: (span) => firstFree(span, supply.get(row.id)?.outOfService ?? []) !== null,
        rightAt: (seeker, period, business) =>
          allowedBy(findRight(seeker, period, rights.get(row.id) ?? [], business), period),
      },
    }));
  }

  /** Those that say a skill in one way or another, wherever they are. */
  async named(tx: Transaction, want: Want, notOfUnion: string): Promise<string[]> {
    if (want.skill === null) return [];
    const found = await Promise.all(
      sayings(want.skill, sayingsMax).map((words) =>
        this.desk.named(tx, { function: want.function, words, notOfUnion }, namedMax),
      ),
    );
    return found.flat();
  }
}

function freeTimes(supply: Supply | undefined): LentTerms['freeIn'] {
  return (span, quantity) => (supply === undefined ? null : firstTime(supply, span, quantity));
}

function allowedBy(right: Right | null, period: Period): Allowed | null {
  if (right === null) return null;
  const { kind, sizeClass } = right.grantee;
  return {
    isAutomatic: right.approval === 'automatic',
    isFree: right.price === 'free',
    isForSmall: kind === 'sizeClass' && (sizeClass === 'small' || sizeClass === 'micro'),
    costFen: feeOf(right.charge, period),
  };
}
