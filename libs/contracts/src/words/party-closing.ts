import { query } from '../core/contract.js';
import { Flag, ListOf, OneOf, Uuid, Whole } from '../core/fields.js';

/** The parties that a union can close. */
export const closedKinds = ['union', 'club', 'organisation'] as const;
export type ClosedKind = (typeof closedKinds)[number];

/** The services that know something that stands against the end of a party, or ends with it. */
export const closingServices = ['membership', 'sharing', 'settlement'] as const;
export type ClosingService = (typeof closingServices)[number];

/** What there still is of a party, in words that an officer understands. */
export const closingFindings = [
  'unionsBelow',
  'clubs',
  'organisations',
  'applications',
  'foundings',
  'imports',
  'members',
  'offices',
  'invitations',
  'groups',
  'activities',
  'coHosting',
  'resources',
  'lent',
  'borrowed',
  'needs',
  'bills',
  'payments',
  'balances',
] as const;
export type ClosingFinding = (typeof closingFindings)[number];

export class ClosingFindingView {
  @OneOf(closingFindings, { name: 'ClosingFinding' }) finding: ClosingFinding;
  @Whole({ min: 1, description: 'How many there are' }) count: number;
  @Flag({ description: 'It has to end or move first; otherwise it goes on to its end' }) blocks: boolean;
}

export class PartyToClose {
  @OneOf(closedKinds, { name: 'ClosedKind' }) kind: ClosedKind;
  @Uuid() id: string;
}

export class ClosingFindings {
  @ListOf(() => ClosingFindingView, { max: closingFindings.length }) findings: ClosingFindingView[];
}

/** What one service still has of a party. */
export class ServiceClosingFindings extends ClosingFindings {
  @OneOf(closingServices, { name: 'ClosingService' }) service: ClosingService;
  @Flag({ description: 'False: it could not be asked just now' }) answered: boolean;
}

export class ClosingPreviewView {
  @Flag({ description: 'Every service has answered' }) complete: boolean;
  @Flag({ description: 'Nothing has to end or move first' }) possible: boolean;
  @ListOf(() => ServiceClosingFindings, { max: closingServices.length }) services: ServiceClosingFindings[];
}

/** Only the gateway asks it, on behalf of an officer of the union behind the party. */
export function partyClosingContract(service: ClosingService) {
  return { findings: query(`${service}.party-closing.findings`, PartyToClose, ClosingFindings) };
}

/**
 * What was counted, in the order of {@link closingFindings}, without what there is none of.
 * @param blocking what has to end or move first
 */
export function closingFindingsOf(
  counts: Readonly<Partial<Record<ClosingFinding, number>>>,
  blocking: ReadonlySet<ClosingFinding> = new Set(),
): ClosingFindings {
  const found = closingFindings.map((finding) => ({
    finding,
    count: counts[finding] ?? 0,
    blocks: blocking.has(finding),
  }));
  return { findings: found.filter(({ count }) => count > 0) };
}

export const membershipClosing = partyClosingContract('membership');
export const sharingClosing = partyClosingContract('sharing');
export const settlementClosing = partyClosingContract('settlement');
