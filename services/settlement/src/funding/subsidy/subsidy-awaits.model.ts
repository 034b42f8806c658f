import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import { leftOf } from './subsidy-balance.model.js';
import type { SubsidyRow } from './subsidy.entity.js';

type AwaitedSubsidy = Pick<
  SubsidyRow,
  | ('id' | 'giverUnionId' | 'receiverUnionId' | 'title' | 'state' | 'reportDueAt' | 'reason')
  | ('grantedFen' | 'drawnFen' | 'returnedFen')
  | ('approvedBy' | 'sentAt' | 'sentBy' | 'reportedAt' | 'reportedBy' | 'reviewedBy')
>;

/** The names of both sides. */
interface SubsidySides {
  readonly giver: string;
  readonly receiver: string;
}

/** Who may do what with a subsidy. */
type SubsidyRules = Readonly<
  Record<'useSubsidy' | 'paySubsidy' | 'reviewSubsidyReport' | 'clawBackSubsidy', ActionRule>
>;

type Awaited = Pick<Await, 'kind' | 'offices' | 'values'> & Partial<Pick<Await, 'slot' | 'dueAt'>>;
type OfState = (row: AwaitedSubsidy, sides: SubsidySides, may: SubsidyRules) => Awaited;

/**
 * What each state waits for; never for a person who has done the other half of it (E83). States that are missing
 * wait for nobody.
 */
const ofStates: Readonly<Partial<Record<SubsidyRow['state'], OfState>>> = {
  offered: (row, _sides, may) => ({
    ...officeOf(may.useSubsidy, [row.receiverUnionId], [row.approvedBy]),
    kind: 'subsidyOffered',
    values: moneyValues(row.grantedFen, 'owed'),
  }),
  accepted: (row, { giver, receiver }, may) =>
    row.sentAt === null
      ? {
          ...officeOf(may.paySubsidy, [row.giverUnionId]),
          kind: 'subsidyToPay',
          values: { ...moneyValues(row.grantedFen, 'owes'), partyName: receiver },
        }
      : {
          ...officeOf(may.paySubsidy, [row.receiverUnionId], [row.sentBy]),
          kind: 'subsidyToReceive',
          values: { ...moneyValues(row.grantedFen, 'owed'), partyName: giver },
        },
  active: (row, _sides, may) => ({
    ...officeOf(may.useSubsidy, [row.receiverUnionId]),
    kind: 'subsidyToReport',
    values: { ...moneyValues(row.grantedFen), at: row.reportDueAt.toISOString(), reason: row.reason },
    // Once its report was returned, another one is awaited.
    slot: String(row.reportedAt?.getTime() ?? ''),
    dueAt: row.reportDueAt,
  }),
  reported: (row, { receiver }, may) => ({
    ...officeOf(may.reviewSubsidyReport, [row.giverUnionId], [row.reportedBy]),
    kind: 'subsidyReported',
    values: { ...moneyValues(row.grantedFen), partyName: receiver },
    slot: String(row.reportedAt?.getTime() ?? ''),
  }),
  // The reviewer of the report does not claim the rest back.
  accounted: (row, { receiver }, may) => ({
    ...officeOf(may.clawBackSubsidy, [row.giverUnionId], [row.reviewedBy]),
    kind: 'subsidyToReclaim',
    values: { ...moneyValues(leftOf(row), 'owed'), partyName: receiver },
  }),
};

/** Whom a subsidy waits for. */
export function awaitsOfSubsidy(row: AwaitedSubsidy, sides: SubsidySides, may: SubsidyRules): Await[] {
  const awaited = ofStates[row.state]?.(row, sides, may);
  if (awaited === undefined) return [];
  return [{ ...awaited, why: 'dealsWithMoney', about: { moneyId: row.id }, title: row.title }];
}
