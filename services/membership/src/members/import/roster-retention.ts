import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { FileDrops } from '@gongxiang/messaging/files';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { keptUntil } from './member-import.model.js';
import { MemberImportRepository } from './member-import.repository.js';

const rosterFileKind = 'roster-file';

/** Starts the retention period of an import's file; a later end, after a commit, restarts it. */
export function beginRetention(tx: Transaction, importId: string): Promise<void> {
  return schedule(tx, { kind: rosterFileKind, key: importId, at: keptUntil(tx.now) });
}

/**
 * Deletes rosters a week after their import: they contain names and numbers in the clear, and are needed only for a
 * commit or a second look.
 */
@Injectable()
export class RosterRetention {
  constructor(
    private readonly imports: MemberImportRepository,
    private readonly drops: FileDrops,
  ) {}

  @OnDue(rosterFileKind)
  async drop(tx: Transaction, importId: string): Promise<void> {
    const row = await this.imports.findById(tx, importId);
    // If it was committed meanwhile, its end restarts the period.
    if (row === null || row.finishedAt === null) return;
    await awaitsMayChange(tx, 'roster', row.unionId);
    await this.drops.drop(tx, { kind: rosterFileKind, key: importId }, row.fileKey);
  }
}
