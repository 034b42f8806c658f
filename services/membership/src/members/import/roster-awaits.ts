import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { awaitsOfRoster } from './member-import.model.js';
import { MemberImportRepository } from './member-import.repository.js';

/** Says that the newest roster of a union waits for whoever has uploaded it: an older one is not missed. */
@Injectable()
export class RosterAwaits {
  constructor(private readonly imports: MemberImportRepository) {}

  @OnDue(awaitsDue.roster)
  async sync(tx: Transaction, unionId: string): Promise<void> {
    const [newest] = await this.imports.list(tx, unionId, { limit: 1 });
    const awaits = newest === undefined ? [] : awaitsOfRoster(newest, tx.now);
    await syncAwaits(tx, 'membership', 'roster', [{ id: unionId, awaits }]);
  }
}
