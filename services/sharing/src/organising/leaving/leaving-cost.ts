import { Injectable } from '@nestjs/common';
import type { NamedPartyView } from '@gongxiang/contracts/sharing/activities/activity-parts';
import type {
  LeavingCostView,
  LeavingSplitView,
} from '@gongxiang/contracts/sharing/organising/leaving.contract';
import { type Party, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { AgreementRepository } from '../../activities/agreement/agreement.repository.js';
import type { Host } from '../../activities/agreement/agreement.model.js';
import type { Invitation } from '../../activities/co-host/co-host-changes.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { stayingHosts } from './leaving-co-hosts.js';
import { headsByParty, termsWithout } from './leaving.model.js';
import { LeavingRepository } from './leaving.repository.js';

/** The inputs of a cost split before and after a co-host has left. Settlement computes the split. */
@Injectable()
export class LeavingCost {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly references: ReferenceRepository,
    private readonly repository: LeavingRepository,
  ) {}

  /** @returns null if no agreement is in force */
  async of(tx: Transaction, invitation: Invitation): Promise<LeavingCostView | null> {
    const { activity } = invitation;
    const version = activity.agreementId && (await this.agreements.findById(tx, activity.agreementId));
    if (!version) return null;
    const { terms, hosts } = version;
    const places = await this.references.placesOf(tx, [...new Set(hosts.map(({ unionId }) => unionId))]);
    const placeOf = (party: Party): string | undefined => {
      const unionId = party.kind === 'union' ? party.id : hostOfParty(party, hosts)?.unionId;
      return unionId === undefined ? undefined : places.get(unionId);
    };
    const heads = await this.repository.headsOf(tx, activity.id);
    const sideOf = ({ parties, rule, caps, floors }: SplitTerms): LeavingSplitView => {
      const counts = headsByParty(parties, placeOf, heads);
      const counted = parties.map(partyKey).map((id) => ({ id, headcount: counts.get(id) ?? 0 }));
      return { parties: counted, rule, caps, floors };
    };
    const after = termsWithout(terms, stayingHosts(invitation));
    return {
      agreementId: version.id,
      versionNumber: version.versionNumber,
      parties: terms.parties.map((party) => namedOf(party, hosts)),
      before: sideOf(terms),
      after: after === null ? null : sideOf(after),
    };
  }
}

type SplitTerms = NonNullable<ReturnType<typeof termsWithout>>;

/** The host through which a party pays: itself, or a host that pays through its union. */
export function hostOfParty(party: Party, hosts: readonly Host[]): Host | undefined {
  return (
    hosts.find((host) => partyKey(host) === partyKey(party)) ??
    hosts.find(({ unionId }) => unionId === party.id)
  );
}

export function namedOf(party: Party, hosts: readonly Host[]): NamedPartyView {
  return { kind: party.kind, id: party.id, name: hostOfParty(party, hosts)?.name ?? '' };
}
