import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { FileDrops } from '@gongxiang/messaging/files';
import type { Transaction } from '@gongxiang/persistence';
import { MemberImportRepository } from './member-import.repository.js';

const rosterFileKind = 'roster-file';
const keptMs = 7 * 86_400_000;

/** From the end of an import on its file's days are numbered; another end, after a commit, begins the week anew. */
export function beginRetention(tx: Transaction, importId: string): Promise<void> {
  return schedule(tx, { kind: rosterFileKind, key: importId, at: new Date(tx.now.getTime() + keptMs) });
}

/** A roster holds names and numbers in the clear: it is there for a week, for a commit or a second look, and no longer. */
@Injectable()
export class RosterRetention {
  constructor(
    private readonly imports: MemberImportRepository,
    private readonly drops: FileDrops,
  ) {}

  @OnDue(rosterFileKind)
  async drop(tx: Transaction, importId: string): Promise<void> {
    const row = await this.imports.findById(tx, importId);
    // One that was committed meanwhile begins the week anew at its end.
    if (row === null || row.finishedAt === null) return;
    await this.drops.drop(tx, { kind: rosterFileKind, key: importId }, row.fileKey);
  }
}
