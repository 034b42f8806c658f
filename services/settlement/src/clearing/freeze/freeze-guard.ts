import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { FreezeRepository } from './freeze.repository.js';

/** Asked by whatever moves money. */
@Injectable()
export class FreezeGuard {
  constructor(
    private readonly freezes: FreezeRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * A freeze that is committed at the same moment counts from the next step on: a run that it just missed makes payments,
   * and each of these asks again.
   * @throws DomainError 409 `PARTY_FROZEN` with the name of the first that is frozen
   */
  async requireFree(tx: Transaction, parties: readonly string[]): Promise<void> {
    const [first] = await this.freezes.frozenKeys(tx, parties);
    if (first === undefined) return;
    const names = await this.references.parties(tx, [first]);
    throw new DomainError('PARTY_FROZEN', { params: { party: nameOf(first, names) } });
  }

  async isAnyFrozen(tx: Transaction, parties: readonly string[]): Promise<boolean> {
    return (await this.freezes.frozenKeys(tx, parties)).length > 0;
  }

  /** The keys of all parties that are frozen now. */
  frozen(tx: Transaction): Promise<string[]> {
    return this.freezes.frozenKeys(tx);
  }
}
