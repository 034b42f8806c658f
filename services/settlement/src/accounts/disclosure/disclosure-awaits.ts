import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { disclosureAwaitsDue } from '../awaits-due.js';
import { awaitsOfYears } from './disclosure-awaits.model.js';
import { DisclosureRepository } from './disclosure.repository.js';

/** Says whom the years wait for that a union was reminded of, and has not disclosed. */
@Injectable()
export class DisclosureAwaits {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(disclosureAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const union = await this.references.union(tx, id);
    const years = await this.disclosures.openYears(tx, id);
    const awaits = awaitsOfYears(union, years, actions.publishDisclosure);
    await syncAwaits(tx, 'settlement', 'disclosure', [{ id, awaits }]);
  }
}
