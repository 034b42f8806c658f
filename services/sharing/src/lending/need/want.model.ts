import type { WantKind } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { MatchReasonCode, MatchKind } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';

/** One of the things that a need asks for. */
export interface Want {
  /** The sort of thing, as it was said. Null, or absent in older needs: its words tell. */
  readonly kind?: WantKind | null;
  readonly function: ResourceFunction;
  readonly business: UnionBusiness | null;
  /** People. Null: the headcount of the need. */
  readonly capacity: number | null;
  /** Pieces. Null, or absent in older needs: one. */
  readonly quantity?: number | null;
  readonly skill: string | null;
}

/** A reason for the score of an offer. */
export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly points: number;
}

export interface RankedOffer {
  readonly kind: MatchKind;
  readonly id: string;
  readonly ownerUnionId: string;
  readonly ownerPersonId: string | null;
  /** The index of the want that it answers best. */
  readonly want: number;
  /** 0 to 100, the sum of the points of its reasons. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}
