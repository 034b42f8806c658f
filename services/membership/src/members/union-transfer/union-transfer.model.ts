import type {
  UnionTransferAct,
  UnionTransferState,
} from '@gongxiang/contracts/membership/members/union-transfer.contract';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';

/** So many members move in one transaction: about a second, so that others wait for none of them for long. */
export const batchMembers = 50;

/** What a person may do: whoever has filed it withdraws it, and never decides. */
export function actsOf(
  state: UnionTransferState,
  by: { readonly isProposer: boolean; readonly isAbove: boolean },
): UnionTransferAct[] {
  if (state !== 'waiting') return [];
  if (by.isProposer) return ['withdraw'];
  return by.isAbove ? ['confirm', 'refuse'] : [];
}

/** Whom a filing waits for. @param decider who may confirm it */
export function awaitsOfUnionTransfer(
  filed: {
    readonly id: string;
    readonly state: UnionTransferState;
    readonly fromUnionName: string;
    readonly toUnionName: string;
  },
  decider: Whom,
): Await[] {
  const { id, state, fromUnionName, toUnionName } = filed;
  if (state !== 'waiting') return [];
  const told = { about: { unionTransferId: id }, title: fromUnionName, values: { partyName: toUnionName } };
  return [{ ...decider, ...told, kind: 'unionTransferProposed', why: 'decidesHere' }];
}

interface Progress {
  readonly moved: number;
  readonly heldBack: number;
  readonly position: string | null;
}

/** The progress after a batch. @param moved who of the batch has moved, the others stay */
export function advanced(
  before: Progress,
  batch: readonly { readonly id: string }[],
  moved: number,
): Progress & { readonly isLast: boolean } {
  return {
    moved: before.moved + moved,
    heldBack: before.heldBack + batch.length - moved,
    position: batch.at(-1)?.id ?? before.position,
    isLast: batch.length < batchMembers,
  };
}
