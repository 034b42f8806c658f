import type { PartyLoanView } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import type { PartyLoanRow } from './party-loan.entity.js';
import type { PartyLoanNames } from './party-loan.repository.js';

const unknown: PartyLoanNames = { unionName: '', resourceTitle: '', requestedByName: '' };

export function partyLoanViewOf(row: PartyLoanRow, names = unknown): PartyLoanView {
  const { id, version, partyKind, partyId, partyName, unionId, resourceId, purpose, quantity, business } =
    row;
  const { state, reason, loanId, requestedBy } = row;
  return {
    id,
    version,
    party: { kind: partyKind, id: partyId },
    partyName,
    unionId,
    resourceId,
    ...names,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    purpose,
    quantity,
    business,
    state,
    reason,
    loanId,
    requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
