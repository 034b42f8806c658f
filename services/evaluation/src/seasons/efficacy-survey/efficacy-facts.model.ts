import type {
  EfficacyFactName,
  EfficacyKind,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';

/** What the parties of a kind held together in the season: closed activities that one of them organised or co-hosted. */
export interface Hosting {
  readonly activities: number;
  readonly heads: number;
  /** Of activities with approved costs: these, and the heads among which they are. */
  readonly costFen: bigint | null;
  readonly costHeads: number;
}

/** What its unions lent and borrowed in the season; of what they borrowed, what is back or should be, and what was in time. */
export interface Lending {
  readonly lent: number;
  readonly borrowed: number;
  readonly due: number;
  readonly onTime: number;
}

/** Kinds whose parties are unions: these alone lend and borrow. */
const lendingKinds: readonly EfficacyKind[] = ['union', 'provider', 'borrower'];

/** What is known of the parties of a kind; absent where they did nothing of it. */
interface Deeds {
  readonly hosting?: Hosting | undefined;
  readonly lending?: Lending | undefined;
  /** The median of the hours from a request to its answer, where they lend. */
  readonly replyHours?: number | null | undefined;
}

const nothingHeld: Hosting = { activities: 0, heads: 0, costFen: null, costHeads: 0 };
const nothingLent: Lending = { lent: 0, borrowed: 0, due: 0, onTime: 0 };

/** Each fact in its unit; null where there is nothing to divide by, or where parties of the kind cannot do it. */
export function efficacyFacts(
  kind: EfficacyKind,
  { hosting = nothingHeld, lending = nothingLent, replyHours = null }: Deeds,
): Readonly<Record<EfficacyFactName, number | null>> {
  const lends = lendingKinds.includes(kind);
  const { lent, borrowed, due, onTime } = lending;
  return {
    activities: hosting.activities,
    heads: hosting.heads,
    costPerHead: costPerHead(hosting),
    loansLent: lends ? lent : null,
    loansBorrowed: lends ? borrowed : null,
    loanPunctuality: lends && due > 0 ? onTime / due : null,
    replyTime: lends ? replyHours : null,
  };
}

/** An indicator, not an amount: nobody is charged by it, so a fraction of a fen may stand. */
function costPerHead({ costFen, costHeads }: Hosting): number | null {
  return costFen === null || costHeads === 0 ? null : Number(costFen) / 100 / costHeads;
}
