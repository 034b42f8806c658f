import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { FreezeRepository } from './freeze.repository.js';

/** Checked by everything that moves money. */
@Injectable()
export class FreezeGuard {
  constructor(
    private readonly freezes: FreezeRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * A freeze committed concurrently takes effect at the next step: a run that just missed it creates payments, and
   * each of these checks again.
   * @throws DomainError 409 `PARTY_FROZEN` with the name of the first frozen party
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

  /** The keys of all frozen parties. */
  frozen(tx: Transaction): Promise<string[]> {
    return this.freezes.frozenKeys(tx);
  }
}
