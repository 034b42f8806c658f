import type {
  AgreementTerms,
  ProposeAgreementRequest,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { AgreementStateName } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, type Party, partyKey, sameParty } from '@gongxiang/domain';

/**
 * The life cycle of an agreement version: it waits for settlement's verdict, then for every signature, then is in
 * force until a later version replaces it. A version that is withdrawn, or overtaken before it was in force, is
 * superseded too.
 */
const agreementTransitions: Readonly<Record<AgreementStateName, readonly AgreementStateName[]>> = {
  checking: ['open', 'refused', 'superseded'],
  open: ['inForce', 'superseded'],
  inForce: ['superseded'],
  refused: [],
  superseded: [],
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function requireTransition(from: AgreementStateName, to: AgreementStateName): void {
  if (!agreementTransitions[from].includes(to))
    throw new DomainError('ILLEGAL_TRANSITION', { params: { from, to } });
}

/** A host of an activity: its organiser or a co-host, with the union behind it. */
export interface Host extends Party {
  readonly name: string;
  readonly unionId: string;
}

/** The organiser first, then co-hosts in the order of invitation. */
export function hostsOf(activity: {
  readonly organiserKind: Host['kind'];
  readonly organiserId: string;
  readonly organiserName: string;
  readonly unionId: string;
  readonly coHosts: readonly Host[];
}): Host[] {
  const { organiserKind, organiserId, organiserName, unionId, coHosts } = activity;
  return [{ kind: organiserKind, id: organiserId, name: organiserName, unionId }, ...coHosts];
}

/**
 * The parties that share the cost: unions and enterprises, without duplicates, in host order. A club spends through
 * the union that funds it, a person through their own; an organisation is a creditor and no party (union money,
 * DOMAIN §4).
 */
export function payingParties(hosts: readonly Host[]): Party[] {
  const payers = hosts
    .filter((host) => host.kind !== 'organisation')
    .map(({ kind, id, unionId }): Party =>
      kind === 'enterprise' ? { kind, id } : { kind: 'union', id: unionId },
    );
  return payers.filter((payer, index) => payers.findIndex((other) => sameParty(other, payer)) === index);
}

const approvalDefault = { silence: 'agrees', days: 7 } as const;

/**
 * The terms of a new version. Settlement judges whether rule and funds are sound.
 * @throws DomainError `AGREEMENT_PARTY_UNKNOWN` for a task of a party that is no host
 */
export function termsOf(request: ProposeAgreementRequest, hosts: readonly Host[]): AgreementTerms {
  const keys = new Set(hosts.map(partyKey));
  const tasks = (request.tasks ?? []).map(({ party, title, dueOn }, index) => {
    if (!keys.has(party))
      throw new DomainError('AGREEMENT_PARTY_UNKNOWN', { pointer: `/tasks/${index}/party` });
    return { party, title, dueOn: dueOn ?? null };
  });
  return {
    hosts: hosts.map(({ kind, id }) => ({ kind, id })),
    parties: payingParties(hosts),
    tasks,
    rule: request.rule,
    fundCategory: request.fundCategory,
    expenseCode: request.expenseCode,
    caps: request.caps ?? {},
    floors: request.floors ?? {},
    approval: request.approval ?? approvalDefault,
  };
}

/** Whether two lists name the same hosts, in any order. */
export function sameHosts(left: readonly Party[], right: readonly Party[]): boolean {
  return missingHosts(left, right).length === 0 && missingHosts(right, left).length === 0;
}

/**
 * Why a version cannot be signed now; null if it can. A version whose hosts have changed cannot be signed unless they
 * come back.
 */
export function reasonNotToSign(
  version: { readonly state: AgreementStateName; readonly hosts: readonly Party[] },
  activity: { readonly state: string } & Parameters<typeof hostsOf>[0],
): DomainError | null {
  if (activity.state === 'cancelled') return new DomainError('ACTIVITY_CANCELLED');
  const { state } = version;
  if (state !== 'open') return new DomainError('AGREEMENT_NOT_OPEN', { params: { state } });
  return sameHosts(version.hosts, hostsOf(activity)) ? null : new DomainError('AGREEMENT_PARTIES_CHANGED');
}

/** The hosts of the first list that are not in the second. */
export function missingHosts<Of extends Party>(hosts: readonly Of[], among: readonly Party[]): Of[] {
  return hosts.filter((host) => !among.some((one) => sameParty(one, host)));
}

/**
 * Chooses the host to sign for.
 * @param mayFor the hosts the caller may sign for, not empty
 * @param ownUnionIds the unions at which the caller holds the role directly, not through a superior union
 * @throws DomainError `SIGNING_PARTY_REQUIRED` if it is ambiguous
 */
export function signerAmong(mayFor: readonly Host[], ownUnionIds: readonly string[]): Host {
  const own = mayFor.filter((host) => ownUnionIds.includes(host.unionId));
  const plain = mayFor.length === 1 ? mayFor : own;
  const [only] = plain;
  if (only === undefined || plain.length > 1)
    throw new DomainError('SIGNING_PARTY_REQUIRED', { pointer: '/party' });
  return only;
}

/** The newest version of an activity, as far as publishing needs it. */
export interface LatestVersion {
  readonly state: AgreementStateName;
  readonly hosts: readonly Host[];
  readonly signedBy: readonly Party[];
}

/** One step towards an agreement in force, and whether it is done. */
export interface AgreementStep {
  readonly code: string;
  readonly done: boolean;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The done and open steps of an activity with co-hosts towards an agreement among all present hosts: each signature
 * is a step of its own.
 */
export function agreementSteps(
  hosts: readonly Host[],
  inForceHosts: readonly Host[] | null,
  latest: LatestVersion | null,
): AgreementStep[] {
  if (inForceHosts !== null && sameHosts(hosts, inForceHosts))
    return [{ code: 'AGREEMENT_REQUIRED', done: true, params: {} }];
  const isCurrent = latest !== null && sameHosts(hosts, latest.hosts);
  if (isCurrent && latest.state === 'checking')
    return [{ code: 'AGREEMENT_NOT_CHECKED', done: false, params: {} }];
  if (isCurrent && latest.state === 'open') {
    return latest.hosts.map((host) => ({
      code: 'AGREEMENT_NOT_SIGNED',
      done: missingHosts([host], latest.signedBy).length === 0,
      params: { party: host.name },
    }));
  }
  return [{ code: 'AGREEMENT_NOT_PROPOSED', done: false, params: {} }];
}
