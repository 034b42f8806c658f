import type {
  ActivityFact,
  IndicatorKind,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Direction } from '../matrix/matrix.model.js';

/** What is measured of a union, on which scale, and which way is better. */
export interface Indicator {
  readonly id: string;
  readonly kind: IndicatorKind;
  /** The value that is worth 0 where more is better, 100 where less is. */
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly direction: Direction;
  readonly function: ResourceFunction;
  readonly business: UnionBusiness;
  /** Which fact or figure it reads, for these kinds. */
  readonly fact?: ActivityFact;
  readonly figure?: string;
  /** Its own rule for a missing value, which goes before that of the computation. */
  readonly missing?: MissingRule;
  /** The value to be reached. */
  readonly target?: number;
}

/** `omit`: the weights of the others are scaled up; `zero`: it counts as the worst value. */
export type MissingRule = 'omit' | 'zero';
