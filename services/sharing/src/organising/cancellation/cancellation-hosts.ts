import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';

/** Who is told for the co-hosts: whoever speaks for a party, or the person who hosts himself. */
@Injectable()
export class CancellationHosts {
  constructor(private readonly references: ReferenceRepository) {}

  async speakersOf(tx: Transaction, { coHosts }: ActivityRow): Promise<string[]> {
    const persons = coHosts.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    const unionIds = coHosts.filter(({ kind }) => kind !== 'person').map(({ unionId }) => unionId);
    return [...new Set([...persons, ...(await this.references.speakersOf(tx, unionIds))])];
  }
}
