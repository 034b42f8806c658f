import type { AgreementStateData, AgreementView } from '@gongxiang/contracts';
import { sameParty } from '@gongxiang/domain';
import type { AgreementRow, AgreementSignatureRow } from './agreement.entity.js';

/** What settlement keeps of a version. */
export function agreementStateOf(row: AgreementRow): AgreementStateData {
  const { id, version, activityId, versionNumber, hash, state, terms } = row;
  return { agreementId: id, version, activityId, versionNumber, hash, state, terms: { ...terms } };
}

export function agreementViewOf(
  row: AgreementRow,
  signatures: readonly AgreementSignatureRow[],
): AgreementView {
  const { id, version, activityId, versionNumber, state, overdue, hash, terms, problems, proposedBy } = row;
  const own = signatures.filter((signature) => signature.agreementId === id);
  return {
    ...{ id, version, activityId, versionNumber, state, overdue, hash, terms, problems: [...problems] },
    signatures: row.hosts.map((host) => {
      const signed = own.find((one) => sameParty(host, { kind: one.partyKind, id: one.partyId }));
      return {
        party: { kind: host.kind, id: host.id, name: host.name },
        signedBy: signed?.signedBy ?? null,
        signedAt: signed?.signedAt.toISOString() ?? null,
      };
    }),
    proposedBy,
    proposedAt: row.proposedAt.toISOString(),
    inForceAt: row.inForceAt?.toISOString() ?? null,
  };
}
