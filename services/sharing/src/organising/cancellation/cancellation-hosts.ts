import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';

/** Recipients for the co-hosts: the representatives of a party, or the person who hosts. */
@Injectable()
export class CancellationHosts {
  constructor(private readonly references: ReferenceRepository) {}

  async speakersOf(tx: Transaction, { coHosts }: ActivityRow): Promise<string[]> {
    const persons = coHosts.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    const unionIds = coHosts.filter(({ kind }) => kind !== 'person').map(({ unionId }) => unionId);
    return [...new Set([...persons, ...(await this.references.speakersOf(tx, unionIds))])];
  }
}
