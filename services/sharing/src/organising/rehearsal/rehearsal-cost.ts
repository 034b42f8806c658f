import { Injectable } from '@nestjs/common';
import type { RehearsalCostView } from '@gongxiang/contracts/sharing/organising/rehearsal.contract';
import { type Party, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { AgreementRepository } from '../../activities/agreement/agreement.repository.js';
import { hostOfParty, namedOf } from '../leaving/leaving-cost.js';
import { headsByParty } from '../leaving/leaving.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { HeadsOfUnion } from './door.model.js';

/** The inputs of a split of the rehearsal's heads. Settlement computes the split. */
@Injectable()
export class RehearsalCost {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @returns null if no agreement is in force */
  async of(
    tx: Transaction,
    agreementId: string | null,
    heads: readonly HeadsOfUnion[],
  ): Promise<RehearsalCostView | null> {
    const version = agreementId === null ? null : await this.agreements.findById(tx, agreementId);
    if (version === null) return null;
    const { hosts, terms } = version;
    const places = await this.references.placesOf(tx, [...new Set(hosts.map(({ unionId }) => unionId))]);
    const placeOf = (party: Party): string | undefined => {
      const unionId = party.kind === 'union' ? party.id : hostOfParty(party, hosts)?.unionId;
      return unionId === undefined ? undefined : places.get(unionId);
    };
    const counts = headsByParty(terms.parties, placeOf, heads);
    const { rule, caps, floors } = terms;
    const parties = terms.parties.map(partyKey).map((id) => ({ id, headcount: counts.get(id) ?? 0 }));
    return {
      agreementId: version.id,
      versionNumber: version.versionNumber,
      parties: terms.parties.map((party) => namedOf(party, hosts)),
      split: { parties, rule, caps, floors },
    };
  }
}
