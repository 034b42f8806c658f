import type { MyVoteView, VoteKeysView, VoteView } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { DomainError } from '@gongxiang/domain';
import { blindSignatureVariant, keysHashOf } from '../../reference/sealing/blind-signature.js';
import type { VoteRow } from './vote.entity.js';
import { choicesOf } from './vote.model.js';

/** What a view says beyond the row. */
interface Around {
  readonly unionName: string;
  readonly onRoll: boolean;
  /** The reader may call votes of its union. */
  readonly mayCall: boolean;
}

/** @throws DomainError `VOTE_NOT_OPEN` before, after, and in the moment between the end and the close */
export function requireOpen({ state, closesAt }: VoteRow, now: Date): void {
  if (state !== 'open' || now >= closesAt) throw new DomainError('VOTE_NOT_OPEN');
}

export function voteView(row: VoteRow, { unionName, onRoll, mayCall }: Around): VoteView {
  return {
    id: row.id,
    version: row.version,
    unionId: row.unionId,
    unionName,
    title: row.title,
    text: row.text,
    kind: row.kind,
    choices: choicesOf(row),
    seats: row.seats,
    roll: row.roll,
    quorum: row.quorum,
    majority: row.majority,
    showTo: row.showTo,
    state: row.state,
    withdrawal: row.withdrawal,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    entitled: row.entitled,
    onRoll,
    withdrawable: mayCall && row.state === 'scheduled',
    tokenVariant: blindSignatureVariant,
    publicKey: row.publicKey,
    sealingKey: row.sealingKey?.toString('base64url') ?? null,
    result: row.result,
  };
}

/** What everybody can compare the keys with that they were given. */
export function voteKeysView({ id, publicKey, sealingKey }: VoteRow): VoteKeysView {
  const isOpened = publicKey !== null && sealingKey !== null;
  return { voteId: id, keysHash: isOpened ? keysHashOf(publicKey, sealingKey) : null };
}

export function myVoteView(
  vote: Pick<VoteRow, 'id' | 'title' | 'opensAt' | 'closesAt'> &
    Pick<MyVoteView, 'unionName' | 'tokenIssued'>,
): MyVoteView {
  return { ...vote, opensAt: vote.opensAt.toISOString(), closesAt: vote.closesAt.toISOString() };
}
