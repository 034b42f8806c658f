import type { NamedPartyView } from '@gongxiang/contracts/sharing/activities/activity-parts';
import type {
  AgreementAwaitingView,
  AgreementView,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { AgreementStateData } from '@gongxiang/contracts/sharing/sharing-events';
import { sameParty } from '@gongxiang/domain';
import type { AgreementRow, AgreementSignatureRow } from './agreement.entity.js';
import { type Host, missingHosts } from './agreement.model.js';
import type { AwaitingAgreement, Signature } from './agreement.repository.js';

/** What settlement stores of a version. */
export function agreementStateOf(row: AgreementRow): AgreementStateData {
  const { id, version, activityId, versionNumber, hash, state, terms } = row;
  return { agreementId: id, version, activityId, versionNumber, hash, state, terms: { ...terms } };
}

/** @param mayFor the hosts the reader may sign for */
export function agreementViewOf(
  row: AgreementRow,
  signatures: readonly Signature[],
  mayFor: (host: Host) => boolean,
): AgreementView {
  const { id, version, activityId, versionNumber, state, overdue, hash, terms, problems, proposedBy } = row;
  const own = signatures.filter((signature) => signature.agreementId === id);
  const isOpen = state === 'open';
  return {
    id,
    version,
    activityId,
    versionNumber,
    state,
    overdue,
    hash,
    terms,
    problems: [...problems],
    signatures: row.hosts.map((host) => {
      const signed = own.find((one) => sameParty(host, { kind: one.partyKind, id: one.partyId }));
      return {
        party: namedOf(host),
        signedBy: signed?.signedBy ?? null,
        signerName: signed?.signerName ?? null,
        signedAt: signed?.signedAt.toISOString() ?? null,
        maySign: signed === undefined && isOpen && mayFor(host),
      };
    }),
    proposedBy,
    proposedFor: namedOf(row.proposedFor),
    proposedAt: row.proposedAt.toISOString(),
    inForceAt: row.inForceAt?.toISOString() ?? null,
  };
}

/** @param mayFor the hosts the reader may sign for */
export function awaitingViewOf(
  row: AwaitingAgreement,
  signatures: readonly AgreementSignatureRow[],
  mayFor: (host: Host) => boolean,
): AgreementAwaitingView {
  const { id, version, activityId, activityTitle, versionNumber, hash, hosts } = row;
  const signed = signatures.filter((one) => one.agreementId === id);
  const missing = missingHosts(
    hosts,
    signed.map((one) => ({ kind: one.partyKind, id: one.partyId })),
  );
  const [organiser] = hosts;
  if (organiser === undefined) throw new Error(`agreement ${id} has no hosts`);
  return {
    id,
    version,
    activityId,
    activityTitle,
    activityStartsAt: row.activityStartsAt.toISOString(),
    organiser: namedOf(organiser),
    versionNumber,
    hash,
    waitingFor: missing.filter(mayFor).map(namedOf),
    signedCount: signed.length,
    hostCount: hosts.length,
    proposedAt: row.proposedAt.toISOString(),
  };
}

function namedOf({ kind, id, name }: Host): NamedPartyView {
  return { kind, id, name };
}
