import type { DelegationView } from '@gongxiang/contracts/sharing/activities/delegation.contract';
import { delegationState, endOf, revokedSide } from '../../reference/delegation/delegation.model.js';
import type { DelegationRow } from '../../reference/delegation/delegation.entity.js';
import type { NamedDelegation } from '../../reference/delegation/delegation.repository.js';
import type { Notice, NoticeValues } from '@gongxiang/messaging/events';

interface Reader {
  readonly personId: string;
  /** Whether they may delegate the matter, and so revoke it. */
  readonly mayDelegate: boolean;
  /** Whether they act in the matter at all. */
  readonly isInvolved: boolean;
  readonly now: Date;
}

type Inside = Pick<DelegationView, 'personId' | 'createdById' | 'revokedById' | 'note'>;

/** What those alone see who act in the matter, or may delegate it. */
function insideOf({ personId, createdBy, revokedBy, note }: NamedDelegation): Inside {
  return { personId, createdById: createdBy, revokedById: revokedBy, note };
}

const outside: Inside = { personId: null, createdById: null, revokedById: null, note: null };

export function delegationViewOf(
  row: NamedDelegation,
  { personId, mayDelegate, isInvolved, now }: Reader,
): DelegationView {
  const isMine = row.personId === personId;
  const state = delegationState(row, now);
  return {
    id: row.id,
    version: row.version,
    matterKind: row.matterKind,
    matterId: row.matterId,
    matterName: row.matterName ?? '',
    maskedName: row.maskedName,
    isMine,
    mayDelegate: row.mayDelegate,
    state,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    validTo: row.validTo?.toISOString() ?? null,
    endedAt: endOf(row, now)?.toISOString() ?? null,
    revokedBy: revokedSide(row),
    revokedByName: row.revokedByName,
    ...(isMine || isInvolved ? insideOf(row) : outside),
    mayRevoke: state === 'active' && (isMine || mayDelegate),
  };
}

/** What is told to the person who holds it. Somebody for whom they act is not named: what was told cannot be taken back. */
export function delegationNotice(
  { id, personId, validTo, matterKind }: DelegationRow,
  kind: 'delegationGiven' | 'delegationRevoked' | 'delegationEnded',
  matterName: string,
): Notice {
  const name = matterKind === 'person' ? null : matterName;
  const end: NoticeValues = validTo === null ? { openEnded: 'yes' } : { at: validTo.toISOString() };
  return {
    personIds: [personId],
    about: { delegationId: id },
    title: name,
    kind,
    why: 'actsInMatter',
    cause: `${kind}/${id}`,
    values: {
      partyName: name,
      ofPerson: name === null ? 'yes' : null,
      ...(kind === 'delegationGiven' ? end : {}),
    },
  };
}
