import { type CoverageKind, coverageKinds } from '@gongxiang/contracts/affairs/matters/coverage-kind';
import type {
  AudienceSource,
  CoverageFigures,
  CoverageLine,
} from '@gongxiang/contracts/affairs/matters/coverage.contract';
import { inFives } from '@gongxiang/domain';

/** How many different people of one union something reached for the first time in a month of the year. */
export interface Reached {
  readonly unionId: string;
  readonly kind: CoverageKind;
  /** From 1 on. */
  readonly month: number;
  readonly people: number;
}

/** How many people of a sort there are at one union. */
export interface Audience {
  readonly unionId: string;
  readonly kind: CoverageKind;
  readonly people: number;
  readonly source: AudienceSource;
}

/** A union of a subtree. */
export interface CoveredUnion {
  readonly id: string;
  readonly name: string;
  /** Ends with a dot, as do those of all above it. */
  readonly path: string;
  readonly active: boolean;
}

/** A union directly below another, with the ids of all below it and its own. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly within: ReadonlySet<string>;
}

interface Counted {
  readonly reached: readonly Reached[];
  readonly audiences: readonly Audience[];
}

/**
 * The figures of some unions together. What was reached is in fives, as the difference of two unions, or of two months,
 * would otherwise tell of a single case; that somebody was in hardship is nobody's business but their own.
 */
export function coverageFigures({ reached, audiences }: Counted): CoverageFigures[] {
  return coverageKinds.map((kind) => {
    const there = audiences.filter((one) => one.kind === kind);
    const audience = there.length === 0 ? null : sum(there);
    const people = inFives(sum(reached.filter((one) => one.kind === kind)));
    return {
      kind,
      reached: people,
      audience,
      shareThousandths: audience === null || audience === 0 ? null : Math.floor((people * 1_000) / audience),
    };
  });
}

/** @param months how many of the year have begun */
export function coverageLines(counted: Counted, unionId: string, months: number): CoverageLine[] {
  return coverageFigures(counted).map((figures) => ({
    ...figures,
    source:
      counted.audiences.find((one) => one.unionId === unionId && one.kind === figures.kind)?.source ?? null,
    months: Array.from({ length: months }, (_one, index) => ({
      month: index + 1,
      reached: inFives(
        sum(counted.reached.filter(({ kind, month }) => kind === figures.kind && month <= index + 1)),
      ),
    })),
  }));
}

/** The open unions directly below a path, in the order in which they are given; closed ones below them count with them. */
export function branchesOf(unions: readonly CoveredUnion[], path: string): Branch[] {
  const branchPathOf = (below: string): string => below.slice(0, below.indexOf('.', path.length) + 1);
  const within = new Map<string, Set<string>>();
  for (const union of unions) {
    if (union.path === path) continue;
    const branch = branchPathOf(union.path);
    within.set(branch, (within.get(branch) ?? new Set()).add(union.id));
  }
  return unions
    .filter((union) => union.active && union.path !== path && branchPathOf(union.path) === union.path)
    .map(({ id, name, path: own }) => ({ id, name, within: within.get(own) ?? new Set([id]) }));
}

/** What concerns one union and those below it, of all that was counted. @param within the ids of these unions */
export function countedWithin({ reached, audiences }: Counted, within: ReadonlySet<string>): Counted {
  return {
    reached: reached.filter(({ unionId }) => within.has(unionId)),
    audiences: audiences.filter(({ unionId }) => within.has(unionId)),
  };
}

/** @param today as YYYY-MM-DD */
export function monthsBegun(year: number, today: string): number {
  const [thisYear, thisMonth] = today.split('-').map(Number) as [number, number];
  if (year !== thisYear) return year < thisYear ? 12 : 0;
  return thisMonth;
}

function sum(counts: readonly { readonly people: number }[]): number {
  return counts.reduce((total, { people }) => total + people, 0);
}
