import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { Offer, SoughtNeed, Told } from './match.model.js';
import { type ComparedNeed, NeedRepository, type SoughtRow } from '../../lending/need/need.repository.js';
import type { NeedRow } from '../../lending/need/need.entity.js';
import { isSmallMicro } from '../../lending/need/need.view.js';
import { placeOf } from './place.model.js';
import { spansOf } from '../../lending/need/span.model.js';
import type { Analyser } from '../../lending/words/analyser.js';
import { analyserOf } from '../../lending/words/analyser-of.js';

/** Similar needs, which could be met together. */
@Injectable()
export class NeedOffers {
  constructor(
    private readonly needs: NeedRepository,
    private readonly references: ReferenceRepository,
  ) {}

  async load(tx: Transaction, ids: readonly string[]): Promise<Offer[]> {
    const rows = await this.needs.comparedNeeds(tx, ids);
    const unions = await this.references.unionsOf(
      tx,
      rows.map(({ unionId }) => unionId),
    );
    const analyser = await analyserOf(tx);
    return rows.map((row) => likeNeed(row, unions.get(row.unionId) ?? null, analyser));
  }
}

/** The place of a need: the stated one, or that of its union unless it names another district. */
function soughtPlace(row: ComparedNeed, union: UnionRef | null): Offer['place'] {
  if (row.latitude !== null || row.district !== null || union === null) return placeOf(row);
  return placeOf(union);
}

/** A need as seen by those who look for offers. @param union behind the seeker */
export function soughtBy(row: SoughtRow, union: UnionRef, analyser: Analyser): SoughtNeed {
  return {
    seeker: { ...union, unionId: union.id },
    wants: row.wants,
    spans: spansOf(row.windows, row.flexible),
    audience: row.audience,
    district: row.district,
    place: soughtPlace(row, union),
    headcount: row.headcount,
    budgetFen: row.budgetFen,
    smallMicro: isSmallMicro(union),
    told: toldBy(row, analyser),
  };
}

/** Its title and text, read once for all offers. */
export function toldBy(
  { wants, title, text }: Pick<NeedRow, 'wants' | 'title' | 'text'>,
  analyser: Analyser,
): Told {
  const skills = wants.flatMap(({ skill }) => skill ?? []);
  return {
    skills: new Map(skills.map((skill) => [skill, analyser.soughtWords(skill)])),
    wanted: analyser.wantedIn(title, text),
  };
}

/** A need as seen by those who look for something similar. */
export function likeNeed(row: ComparedNeed, union: UnionRef | null, analyser: Analyser): Offer {
  const skills = row.wants.map(({ skill }) => skill ?? '').join(' ');
  return {
    id: row.id,
    ownerUnionId: row.unionId,
    ownerPersonId: row.partyKind === 'person' ? row.partyId : null,
    functions: row.functions,
    businesses: row.businesses,
    room: null,
    pieces: null,
    earlier: null,
    words: analyser.wordTerms(`${row.title} ${skills}`),
    district: row.district,
    place: soughtPlace(row, union),
    terms: { kind: 'need', spans: spansOf(row.windows, row.flexible), smallMicro: isSmallMicro(union) },
  };
}
