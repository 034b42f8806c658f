import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { OfferLookup } from '../../lending/resource/offer-lookup.js';
import type { OfferedResource } from '../../lending/resource/resource.repository.js';
import { findRight, type Right } from '../../lending/resource/right.model.js';
import type { Supply } from '../../lending/resource/supply.model.js';
import { feeOf } from '../../lending/resource/terms.model.js';
import { ConsentRepository } from '../../reference/consent/consent.repository.js';
import { EarlierScores } from './earlier-scores.js';
import { firstFree, hullOf } from '../../lending/need/span.model.js';
import type { Want } from '../../lending/need/want.model.js';
import { firstTime } from './lending-time.model.js';
import type { Allowed, LentTerms, Offer, SoughtNeed } from './match.model.js';
import type { Wanted } from '../../lending/words/wanted.model.js';
import { placeOf } from './place.model.js';
import type { Analyser } from '../../lending/words/analyser.js';
import { analyserOf } from '../../lending/words/analyser-of.js';

/** Variants of a skill's words, and resources matched for each. */
const sayingsMax = 4;
const namedMax = 40;
/** Words of title and text that are looked up. */
const wordsMax = 2;

/** Some offers for one need. */
export interface Asked {
  readonly ids: readonly string[];
  /** Spans all requested times; bookings outside it do not matter. */
  readonly period: Period;
}

/** The facts independent of the seeker. */
interface Known {
  readonly offer: Omit<Offer, 'terms'>;
  readonly rights: readonly Right[];
}

/** Resources to borrow as offers. */
@Injectable()
export class ResourceOffers {
  constructor(
    private readonly resources: OfferLookup,
    private readonly scores: EarlierScores,
    private readonly consents: ConsentRepository,
  ) {}

  /** @returns for each request, in order; gone offers are left out */
  async load(tx: Transaction, asked: readonly Asked[]): Promise<Offer[][]> {
    const ids = [...new Set(asked.flatMap((one) => one.ids))];
    if (ids.length === 0) return asked.map(() => []);
    const rows = new Map((await this.proposable(tx, ids)).map((row) => [row.id, row]));
    const wanted = asked.map((one) => ({
      resources: one.ids.flatMap((id) => rows.get(id) ?? []),
      period: one.period,
    }));
    // Sent together, as they are independent: one round trip for all requests.
    const [supplies, known] = await Promise.all([
      this.resources.supplies(tx, wanted),
      this.known(tx, [...rows.values()], hullOf(asked.map(({ period }) => period))),
    ]);
    return wanted.map(({ resources }, place) =>
      resources.flatMap(({ id }) => {
        const one = known.get(id);
        return one === undefined ? [] : offerOf(one, supplies[place]?.get(id));
      }),
    );
  }

  /** What a person lends is proposed unless they have switched that off (PIPL 24); it is still found by who looks for it. */
  private async proposable(tx: Transaction, ids: readonly string[]): Promise<OfferedResource[]> {
    const rows = await this.resources.offered(tx, ids);
    const owners = rows.flatMap(({ ownerKind, ownerId }) => (ownerKind === 'person' ? [ownerId] : []));
    const silent = await this.consents.withdrawnAmong(tx, owners, 'proposals');
    return rows.filter(({ ownerKind, ownerId }) => ownerKind !== 'person' || !silent.has(ownerId));
  }

  private async known(
    tx: Transaction,
    rows: readonly OfferedResource[],
    period: Period,
  ): Promise<Map<string, Known>> {
    const ids = rows.map(({ id }) => id);
    const [analyser, rights, scores] = await Promise.all([
      analyserOf(tx),
      this.resources.rights(tx, ids, period),
      this.scores.of(tx, 'resource', ids),
    ]);
    return new Map(
      rows.map((row) => [
        row.id,
        { offer: ownFacts(row, scores.get(row.id) ?? null, analyser), rights: rights.get(row.id) ?? [] },
      ]),
    );
  }

  /** Resources that name what a want asks for in any variant, anywhere: its skill, or else the words of the need. */
  async named(tx: Transaction, want: Want, { seeker, told }: SoughtNeed): Promise<string[]> {
    const analyser = await analyserOf(tx);
    const phrases = want.skill === null ? tellingWords(told.wanted) : [want.skill];
    const found = await Promise.all(
      phrases
        .flatMap((phrase) => analyser.sayings(phrase, sayingsMax))
        .map((words) =>
          this.resources.named(tx, { function: want.function, words, notOfUnion: seeker.unionId }, namedMax),
        ),
    );
    return found.flat();
  }
}

/** The words that say most, each looked up by itself. */
function tellingWords({ words }: Wanted): string[] {
  return words
    .filter(({ isGeneral, word }) => !isGeneral && [...word].length > 1)
    .toSorted((left, right) => right.weight - left.weight)
    .slice(0, wordsMax)
    .map(({ word }) => word);
}

/** The resource's own facts. */
function ownFacts(row: OfferedResource, earlier: Offer['earlier'], analyser: Analyser): Known['offer'] {
  return {
    id: row.id,
    ownerUnionId: row.ownerUnionId,
    ownerPersonId: row.ownerKind === 'person' ? row.ownerId : null,
    functions: [row.function],
    businesses: row.businesses,
    room: row.capacity,
    pieces: row.quantity,
    words: analyser.wordTerms(row.title, row.description),
    district: row.district,
    place: placeOf(row),
    earlier,
  };
}

function offerOf({ offer, rights }: Known, supply: Supply | undefined): Offer {
  return {
    terms: {
      kind: 'resource',
      freeIn: freeTimes(supply),
      isInService: (span) => firstFree(span, supply?.outOfService ?? []) !== null,
      rightAt: (seeker, period, business) => allowedBy(findRight(seeker, period, rights, business), period),
    },
    // Spread last: an object that begins with a spread and is extended takes much longer.
    ...offer,
  };
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
