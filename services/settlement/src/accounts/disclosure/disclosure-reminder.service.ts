import { Injectable } from '@nestjs/common';
import { shanghaiMorning } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { disclosureAwaitsDue } from '../awaits-due.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { DisclosureRepository } from './disclosure.repository.js';

/** Due work: reminds unions to disclose the past year; keyed by year. */
export const disclosureReminderDue = 'disclosure-reminder';
const pageSize = 200;

/** Each January, reminds unions that bore costs in the previous year and have not disclosed them. */
@Injectable()
export class DisclosureReminders {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  /** Handles a page of unions at a time to bound the transaction; after the last page the next year is scheduled. */
  async remind(tx: Transaction, year: number, afterId: string | null): Promise<void> {
    const late = await this.disclosures.remind(tx, year, { afterId, limit: pageSize });
    for (const { unionId: id } of late) {
      const { path } = await this.references.union(tx, id);
      const audience = { rule: actions.publishDisclosure, paths: [path] };
      await this.hints.send(tx, { resource: 'disclosure', id, version: year }, audience);
    }
    await awaitsMayChange(tx, disclosureAwaitsDue, ...late.map(({ unionId }) => unionId));
    const kind = disclosureReminderDue;
    if (late.length < pageSize) {
      await schedule(tx, { kind, key: String(year + 1), at: reminderOf(year + 1) });
      return;
    }
    const payload = { afterId: late.at(-1)?.unionId ?? null };
    await schedule(tx, { kind, key: String(year), at: tx.now, payload });
  }
}

/** 8 January of the next year, 09:00 in China. */
export function reminderOf(year: number): Date {
  return shanghaiMorning(`${year + 1}-01-08`);
}
