import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { officeOf } from '../../reference/money-awaits.model.js';
import type { SubsidyProgrammeRow } from './subsidy-programme.entity.js';

type AwaitedProgramme = Pick<
  SubsidyProgrammeRow,
  'id' | 'unionId' | 'title' | 'state' | 'closesAt' | 'round'
>;

interface ProgrammeFacts {
  /** Applications of the round that are not decided, or have to be decided anew as somebody objected with reason. */
  readonly undecided: number;
  /** E83: people who may approve awards, but have applied or decided in this round. */
  readonly involvedIds: readonly string[];
  /** Who has raised each objection that is not answered. */
  readonly objectorIds: readonly string[];
}

/** Who may do what with a programme. */
type ProgrammeRules = Readonly<
  Record<'manageSubsidyProgramme' | 'decideSubsidies' | 'approveSubsidies', ActionRule>
>;

type Awaited = Pick<Await, 'kind' | 'offices' | 'values'>;
type OfState = (row: AwaitedProgramme, facts: ProgrammeFacts, may: ProgrammeRules) => Awaited | null;

/** What each state waits for. States that are missing wait for nobody. */
const ofStates: Readonly<Partial<Record<SubsidyProgrammeRow['state'], OfState>>> = {
  // A call ends by itself, a standing programme does not.
  open: ({ unionId, closesAt }, { undecided }, may) =>
    closesAt !== null || undecided === 0
      ? null
      : {
          ...officeOf(may.manageSubsidyProgramme, [unionId]),
          kind: 'subsidyApplied',
          values: { count: String(undecided) },
        },
  deciding: ({ unionId }, { undecided, involvedIds }, may) =>
    undecided === 0
      ? { ...officeOf(may.approveSubsidies, [unionId], involvedIds), kind: 'subsidyToApprove' }
      : {
          ...officeOf(may.decideSubsidies, [unionId]),
          kind: 'subsidyToDecide',
          values: { count: String(undecided) },
        },
  notice: ({ unionId }, { objectorIds }, may) => {
    if (objectorIds.length === 0) return null;
    // Nobody answers their own objection; where others have objected too, there is something left for them.
    const only = new Set(objectorIds).size === 1 ? objectorIds : [];
    return {
      ...officeOf(may.decideSubsidies, [unionId], only),
      kind: 'objectionToAnswer',
      values: { count: String(objectorIds.length) },
    };
  },
};

/**
 * Whom a programme waits for: who ends its round, who decides on its applications, then who approves the awards, then
 * who answers objections to them.
 */
export function awaitsOfProgramme(
  row: AwaitedProgramme,
  facts: ProgrammeFacts,
  may: ProgrammeRules,
): Await[] {
  const awaited = ofStates[row.state]?.(row, facts, may) ?? null;
  if (awaited === null) return [];
  const { id: moneyId, title, round } = row;
  return [{ ...awaited, why: 'dealsWithMoney', about: { moneyId }, title, slot: String(round) }];
}
