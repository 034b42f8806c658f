import type { components } from '../../../api/schema.js';

type Transfer = components['schemas']['UnionTransferView'];
type Closing = components['schemas']['UnionClosingView'];

/** What has been filed of a merger so far. */
export interface FiledMerger<T, C> {
  readonly transfer: T | null;
  readonly closing: C | null;
  /** The union that goes on; null as long as nothing is filed. */
  readonly into: { readonly id: string; readonly name: string } | null;
}

export type FiledTransfer = Pick<Transfer, 'fromUnionId' | 'toUnionId' | 'toUnionName' | 'state'>;
export type FiledClosing = Pick<
  Closing,
  'unionId' | 'ground' | 'state' | 'successorUnionId' | 'successorName'
>;

/**
 * The two filings by which a union merges into another one, as far as they are there. The closing says where to; without it
 * a transfer does that is not refused or withdrawn.
 * @param transfers newest first, also of other unions; the same of closings
 */
export function mergerOf<T extends FiledTransfer, C extends FiledClosing>(
  unionId: string,
  transfers: readonly T[],
  closings: readonly C[],
): FiledMerger<T, C> {
  const closing =
    closings.find(
      (one) =>
        one.unionId === unionId &&
        one.ground === 'merged' &&
        (one.state === 'waiting' || one.state === 'closed'),
    ) ?? null;
  const transfer =
    transfers.find(
      ({ fromUnionId, toUnionId, state }) =>
        fromUnionId === unionId &&
        state !== 'refused' &&
        state !== 'withdrawn' &&
        (closing === null || toUnionId === closing.successorUnionId),
    ) ?? null;
  if (closing !== null)
    return { transfer, closing, into: { id: closing.successorUnionId, name: closing.successorName } };
  return {
    transfer,
    closing,
    into: transfer && { id: transfer.toUnionId, name: transfer.toUnionName },
  };
}
