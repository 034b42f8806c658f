import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type Lent, OfferLookup } from '../../lending/resource/offer-lookup.js';
import type { NamedResource, OfferedResource } from '../../lending/resource/resource.repository.js';
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

/** A resource without its times and the rights to it, which are what takes long to read. */
export interface KnownResource extends Lent {
  readonly offer: Omit<Offer, 'terms'>;
}

interface KnownWithin {
  readonly resources: readonly KnownResource[];
  readonly period: Period;
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
    const known = await this.known(
      tx,
      asked.flatMap(({ ids }) => ids),
    );
    const wanted = asked.map(({ ids, period }) => ({
      resources: ids.flatMap((id) => known.get(id) ?? []),
      period,
    }));
    return this.withTerms(tx, wanted);
  }

  /** By id; gone ones are left out. */
  async known(tx: Transaction, ids: readonly string[]): Promise<Map<string, KnownResource>> {
    if (ids.length === 0) return new Map();
    const distinct = [...new Set(ids)];
    const [rows, scores, analyser] = await Promise.all([
      this.proposable(tx, distinct),
      this.scores.of(tx, 'resource', distinct),
      analyserOf(tx),
    ]);
    return new Map(
      rows.map((row) => {
        const { id, lending, partOfId } = row;
        return [id, { id, lending, partOfId, offer: ownFacts(row, scores.get(id) ?? null, analyser) }];
      }),
    );
  }

  /** The same with their times and rights, in order. */
  async withTerms(tx: Transaction, wanted: readonly KnownWithin[]): Promise<Offer[][]> {
    const ids = [...new Set(wanted.flatMap(({ resources }) => resources.map(({ id }) => id)))];
    if (ids.length === 0) return wanted.map(() => []);
    // Sent together, as they are independent: one round trip for all requests.
    const [supplies, rights] = await Promise.all([
      this.resources.supplies(tx, wanted),
      this.resources.rights(tx, ids, hullOf(wanted.map(({ period }) => period))),
    ]);
    return wanted.map(({ resources }, place) =>
      resources.map(({ id, offer }) => offerOf(offer, rights.get(id) ?? [], supplies[place]?.get(id))),
    );
  }

  /** What a person lends is proposed unless they have switched that off (PIPL 24); it is still found by who looks for it. */
  private async proposable(tx: Transaction, ids: readonly string[]): Promise<OfferedResource[]> {
    const rows = await this.resources.offered(tx, ids);
    const owners = rows.flatMap(({ ownerKind, ownerId }) => (ownerKind === 'person' ? [ownerId] : []));
    const silent = await this.consents.withdrawnAmong(tx, owners, 'proposals');
    return rows.filter(({ ownerKind, ownerId }) => ownerKind !== 'person' || !silent.has(ownerId));
  }

  /**
   * Resources that name what a want of each need asks for in any variant, anywhere: its skill, or else the words of the
   * need. What several needs ask for is looked up once.
   */
  async named(tx: Transaction, needs: readonly SoughtNeed[]): Promise<string[][]> {
    const analyser = await analyserOf(tx);
    const asked = needs.map((need) => need.wants.flatMap((want) => namesOf(need, want, analyser)));
    const searches = new Map<string, NamedResource>();
    asked.forEach((names, place) => {
      const union = needs[place]?.seeker.unionId ?? '';
      for (const { key, function: ofFunction, words } of names) {
        const unionIds = [...new Set([...(searches.get(key)?.unionIds ?? []), union])];
        searches.set(key, { function: ofFunction, words, unionIds });
      }
    });
    const found = new Map(
      await Promise.all(
        [...searches].map(
          async ([key, sought]) => [key, await this.resources.named(tx, sought, namedMax)] as const,
        ),
      ),
    );
    return asked.map((names, place) =>
      names.flatMap(({ key }) => found.get(key)?.get(needs[place]?.seeker.unionId ?? '') ?? []),
    );
  }
}

/** What to look up for a want. */
interface Name extends Pick<NamedResource, 'function' | 'words'> {
  readonly key: string;
}

function namesOf({ told }: SoughtNeed, want: Want, analyser: Analyser): Name[] {
  const phrases = want.skill === null ? tellingWords(told.wanted) : [want.skill];
  return phrases
    .flatMap((phrase) => analyser.sayings(phrase, sayingsMax))
    .map((words) => ({ key: `${want.function}/${words}`, function: want.function, words }));
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
function ownFacts(
  row: OfferedResource,
  earlier: Offer['earlier'],
  analyser: Analyser,
): KnownResource['offer'] {
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

function offerOf(offer: KnownResource['offer'], rights: readonly Right[], supply: Supply | undefined): Offer {
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
