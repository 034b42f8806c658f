import type { RightStepCode } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Period } from '@gongxiang/domain';
import type { Shortage } from './quota.model.js';
import { covers, type Right } from './right.model.js';
import { isAtTimes, type Price, servesPurpose, type Times } from './terms.model.js';

/** A step with the values for its text. */
export interface RightStep {
  readonly code: RightStepCode;
  readonly right?: Right;
  readonly price?: Price;
  /** For the whole requested time, in fen. */
  readonly fee?: bigint | null;
  readonly times?: Times;
  readonly businesses?: readonly UnionBusiness[];
  readonly count?: number;
  readonly at?: Date;
  readonly unit?: Shortage['unit'];
}

interface Use {
  readonly fee: bigint | null;
  readonly left: {
    readonly hours: number | null;
    readonly loans: number | null;
    readonly pieces: number | null;
  };
}

/** The requirements of a right, in order of display. */
export function explainRight(right: Right, { fee, left }: Use): RightStep[] {
  const { charge, times, businesses } = right;
  return [
    decision(right),
    priceStep(charge, fee),
    ...(charge.depositFen === null ? [] : [{ code: 'DEPOSIT' as const, price: charge }]),
    ...(businesses.length === 0 ? [] : [{ code: 'ONLY_FOR' as const, businesses }]),
    ...(times.weekdays.length === 0 && times.from === null ? [] : [{ code: 'ONLY_AT' as const, times }]),
    ...(left.hours === null ? [] : [{ code: 'HOURS_LEFT' as const, count: left.hours }]),
    ...(left.loans === null ? [] : [{ code: 'LOANS_LEFT' as const, count: left.loans }]),
    ...(left.pieces === null ? [] : [{ code: 'PIECES_LEFT' as const, count: left.pieces }]),
    { code: 'ENDS', at: right.term.end },
  ];
}

/** What would have to change, by the right that comes nearest. */
export function explainRefusal(
  nearest: Right | null,
  asked: {
    readonly period: Period | null;
    /** The requested time, or the year ahead. */
    readonly horizon: Period;
    readonly business: UnionBusiness | null;
    readonly shortage: Shortage | null;
  },
): RightStep[] {
  const { period, horizon, business, shortage } = asked;
  if (nearest === null) return [{ code: 'NO_GRANT' }];
  if (shortage !== null) {
    const { unit, left: count, resetsAt: at } = shortage;
    return [{ code: 'QUOTA_USED', unit, count, at }];
  }
  const steps: RightStep[] = [];
  if (!covers(nearest.term, horizon)) steps.push(termStep(nearest, horizon));
  if (period !== null && !isAtTimes(nearest.times, period))
    steps.push({ code: 'OTHER_TIME', times: nearest.times });
  if (!servesPurpose(nearest, business)) {
    const { businesses } = nearest;
    steps.push({ code: business === null ? 'SAY_WHAT_FOR' : 'OTHER_PURPOSE', businesses });
  }
  return steps;
}

function decision(right: Right): RightStep {
  if (right.approval === 'automatic') return { code: 'AUTOMATIC' };
  const code = right.onSilence === 'approve' ? 'CUSTODIAN_OR_APPROVED' : 'CUSTODIAN_OR_REFUSED';
  return { code, count: right.decideWithinHours };
}

function priceStep(price: Price, fee: bigint | null): RightStep {
  const codes = { free: 'FREE', costShare: 'COST_SHARE', fee: 'FEE' } as const;
  return { code: codes[price.kind], price, fee };
}

function termStep({ term }: Right, period: Period): RightStep {
  return period.start < term.start
    ? { code: 'STARTS_LATER', at: term.start }
    : { code: 'TERM_TOO_SHORT', at: term.end };
}
