/** What is known of a union directly below, or of the union itself, from three services; null what is not known. */
export interface BranchLine {
  readonly unionId: string;
  readonly unionName: string;
  readonly isItself: boolean;
  /** Null also where so few are not shown. */
  readonly members: number | null;
  readonly activities: number;
  readonly attendances: number;
  readonly lent: number;
  readonly borrowed: number;
  readonly waiting: number | null;
  readonly overdue: number | null;
}

export const orders = ['overdue', 'members', 'activities', 'attendances', 'lent'] as const;
export type Order = (typeof orders)[number];

/** What is overdue, unless nothing is: a map and an order of noughts would say nothing. */
export function tellingFigure(lines: readonly Pick<BranchLine, 'overdue'>[]): Order {
  return lines.every(({ overdue }) => overdue === 0) ? 'members' : 'overdue';
}

interface Shared extends Pick<BranchLine, 'unionId' | 'unionName'> {
  readonly activities: number;
  readonly attendances: number;
  readonly lent: number;
  readonly borrowed: number;
}

interface Known {
  readonly unionId: string;
  readonly shared: readonly Shared[];
  /** Undefined until it is there, or where its service does not answer. */
  readonly members: readonly { readonly unionId: string; readonly members: number | null }[] | undefined;
  readonly waiting:
    readonly { readonly unionId: string; readonly waiting: number; readonly overdue: number }[] | undefined;
}

const nothing = { waiting: 0, overdue: 0 };
const unknown = { waiting: null, overdue: null };

/** One line for each union: nothing waits where nothing is said to wait. */
export function linesOf({ unionId, shared, members, waiting }: Known): BranchLine[] {
  return shared.map((line) => {
    const counted = members?.find((one) => one.unionId === line.unionId);
    const due = waiting?.find((one) => one.unionId === line.unionId) ?? nothing;
    return {
      ...line,
      isItself: line.unionId === unionId,
      members: counted?.members ?? null,
      ...(waiting === undefined ? unknown : { waiting: due.waiting, overdue: due.overdue }),
    };
  });
}

/** The largest first; what is not known comes last, and equal ones stay as they were. */
export function ordered(lines: readonly BranchLine[], order: Order): BranchLine[] {
  return [...lines].sort((one, other) => (other[order] ?? -1) - (one[order] ?? -1));
}

/** The last twelve months in China, the current one among them, as the platform takes a period. */
export function lastTwelveMonths(now: Date): { readonly from: string; readonly to: string } {
  const china = new Date(now.getTime() + 8 * 3_600_000);
  const first = new Date(Date.UTC(china.getUTCFullYear(), china.getUTCMonth() - 11, 1));
  const after = new Date(Date.UTC(china.getUTCFullYear(), china.getUTCMonth() + 1, 1));
  const dayOf = (date: Date): string => `${date.toISOString().slice(0, 10)}T00:00:00+08:00`;
  return { from: dayOf(first), to: dayOf(after) };
}
