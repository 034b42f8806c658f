import type { KeptComplaint } from '@gongxiang/contracts/affairs/matters/complaint-move';
import type { MatterState } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { KeptEntry } from '../matter/matter.model.js';

/** The outcome of one that was answered. */
export const answeredOutcome = 'answered';

/** What of a complaint becomes a matter, and what was said in it. */
export interface MovedMatter {
  readonly state: MatterState;
  readonly answers: Readonly<Record<string, string>>;
  readonly outcome: string | null;
  readonly reasons: string | null;
  readonly decidedAt: Date | null;
  readonly endedAt: Date | null;
  readonly isReopened: boolean;
  readonly entries: readonly KeptEntry[];
}

/** An answer was the decision, what was asked after it reopened the complaint. */
export function movedMatter(complaint: KeptComplaint): MovedMatter {
  const { kind, text, page, said, closedAt } = complaint;
  const state = stateOf(complaint);
  const answer = said.findLast((words) => words.answer !== null);
  const isDecided = (state === 'decided' || state === 'closed') && answer !== undefined;
  return {
    state,
    answers: { kind, text, ...(page === null ? {} : { page }) },
    outcome: isDecided ? answeredOutcome : null,
    reasons: isDecided ? answer.text : null,
    decidedAt: isDecided ? new Date(answer.at) : null,
    endedAt: closedAt === null ? null : new Date(closedAt),
    isReopened: said.some((words) => words.answer === null),
    entries: entriesOf(complaint),
  };
}

function stateOf({ state, isWithdrawn }: KeptComplaint): MatterState {
  if (state === 'open') return 'sent';
  if (state === 'answered') return 'decided';
  return isWithdrawn ? 'withdrawn' : 'closed';
}

function entriesOf({ createdAt, said, closedAt, closeReason, isWithdrawn }: KeptComplaint): KeptEntry[] {
  const byPerson = { actorId: null, unionId: null };
  const sent: KeptEntry = { ...byPerson, event: 'sent', at: new Date(createdAt), text: null };
  const words = said.map(({ answer, text, at }): KeptEntry => {
    const one = { at: new Date(at), text };
    if (answer === null) return { ...byPerson, ...one, event: 'reopened' };
    return { ...one, event: 'decided', actorId: answer.answeredBy, unionId: answer.unionId };
  });
  if (closedAt === null) return [sent, ...words];
  const event = isWithdrawn ? 'withdrawn' : 'closed';
  return [sent, ...words, { ...byPerson, event, at: new Date(closedAt), text: closeReason }];
}
