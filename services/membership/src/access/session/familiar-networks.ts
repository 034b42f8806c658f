import { Injectable } from '@nestjs/common';
import { networkOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { FamiliarNetworkRepository } from './familiar-network.repository.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';

/**
 * The networks from which people have signed in. Only a keyed hash is stored, which reveals neither person nor
 * network.
 */
@Injectable()
export class FamiliarNetworks {
  constructor(
    private readonly networks: FamiliarNetworkRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** @param personId null if there is no such account: the query runs all the same, so that it takes as long */
  async isFamiliar(tx: Transaction, personId: string | null): Promise<boolean> {
    return this.networks.exists(tx, this.hashOf(tx, personId ?? 'nobody'));
  }

  save(tx: Transaction, personId: string): Promise<void> {
    return this.networks.save(tx, this.hashOf(tx, personId));
  }

  private hashOf(tx: Transaction, personId: string): string {
    return this.personalData.hash('network', `${personId}:${networkOf(tx.call.from)}`);
  }
}
