import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { ChunkLoader } from './chunk-loader.js';
import { readRow } from './chunk-reader.model.js';
import type { MemberImportRow } from './member-import.entity.js';
import {
  advanced,
  attemptsMax,
  chunkRows,
  failed,
  finished,
  leaseMs,
  type RowReport,
} from './member-import.model.js';
import { MemberImportRepository } from './member-import.repository.js';
import { ChosenRows } from './chosen-rows.js';
import { EarlierRows } from './earlier-rows.model.js';
import { RosterWordsRepository } from './roster-words.repository.js';
import { RosterFile } from './roster-file.js';
import { type Roster, type RosterFileRow, rowsIn } from './roster-reading.js';
import { beginRetention } from './roster-retention.js';
import { UnionDirectory } from './union-directory.js';

export const memberImportKind = 'member-import';

/** Refusals not caused by the file: the import is retried. */
const retryableCodes: ReadonlySet<string> = new Set(['BUSY', 'TIME_UP', 'UNAVAILABLE']);

interface Run {
  readonly importId: string;
  readonly worker: string;
  readonly union: UnionRow;
  readonly directory: UnionDirectory;
  readonly earlier: EarlierRows;
}

/**
 * Loads rosters in the background, some hundred rows per transaction. A worker holds a lease of half a minute, which
 * it renews with every chunk; if its process dies, the remaining due row starts another one, which continues after
 * the last committed chunk.
 */
@Injectable()
export class MemberImportWorker {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: MemberImportRepository,
    private readonly unions: UnionRepository,
    private readonly words: RosterWordsRepository,
    private readonly choices: ChosenRows,
    private readonly file: RosterFile,
    private readonly loader: ChunkLoader,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @OnDue(memberImportKind)
  async start(tx: Transaction, importId: string): Promise<void> {
    const row = await this.imports.lockById(tx, importId);
    if (row === null || (row.state !== 'waiting' && row.state !== 'running')) return;
    if (row.leasedUntil !== null && row.leasedUntil > tx.now) {
      await schedule(tx, { kind: memberImportKind, key: importId, at: row.leasedUntil });
      return;
    }
    if (row.attempts >= attemptsMax) {
      await this.imports.update(tx, failed(row, 'IMPORT_FAILED', tx.now));
      await beginRetention(tx, importId);
      return;
    }
    const worker = newId();
    await this.imports.update(tx, {
      ...row,
      state: 'running',
      worker,
      attempts: row.attempts + 1,
      leasedUntil: leaseEnd(tx),
    });
    await schedule(tx, { kind: memberImportKind, key: importId, at: leaseEnd(tx) });
    tx.afterCommit(() => void this.run(row, worker));
  }

  /** Never throws: nobody awaits it. Faults of the file end the import; anything else is retried. */
  private async run(row: MemberImportRow, worker: string): Promise<void> {
    try {
      const words = await this.transactions.system(continueTrace(undefined), (tx) =>
        this.words.find(tx, row.unionId),
      );
      const roster = await this.file.read(row, row.layout, words);
      await this.recordFormat(row, worker, roster);
      const run = await this.transactions.system(continueTrace(undefined), async (tx) => {
        const union = await this.unions.findById(tx, row.unionId);
        if (union === null) throw new Error(`the union ${row.unionId} of an import is missing`);
        const directory = new UnionDirectory(await this.unions.listNamed(tx, union.path));
        const earlier = new EarlierRows();
        if (row.position > 0) earlier.add(await this.imports.earlierRows(tx, row.id));
        return { importId: row.id, worker, union, directory, earlier };
      });
      await this.loadAll(run, row, roster);
    } catch (error) {
      await this.handleFailure(row.id, worker, error);
    }
  }

  /** Records the file's format and number of rows. */
  private async recordFormat(row: MemberImportRow, worker: string, roster: Roster): Promise<void> {
    if (row.total !== null) return;
    const { encoding, delimiter, sheet, layout, words, total } = roster;
    await this.step(row.id, worker, async (tx, now) => {
      // Somebody has looked at the columns: the next roster of the union has the same ones.
      if (row.layout !== null)
        await this.words.save(tx, {
          unionId: row.unionId,
          words,
          updatedBy: row.requestedBy,
          updatedAt: tx.now,
        });
      return {
        ...now,
        encoding,
        delimiter,
        sheet,
        layout,
        total,
        version: now.version + 1,
      };
    });
  }

  private async loadAll(run: Run, row: MemberImportRow, roster: Roster): Promise<void> {
    let toSkip = row.position;
    for (const bytes of roster.chunks) {
      const chunk = rowsIn(bytes).slice(toSkip);
      toSkip = Math.max(0, toSkip - chunkRows);
      if (chunk.length > 0 && !(await this.loadChunk(run, chunk))) return;
    }
    await this.step(run.importId, run.worker, async (tx, now) => finished(now, tx.now));
  }

  private async loadChunk(run: Run, chunk: readonly RosterFileRow[]): Promise<boolean> {
    let report: readonly RowReport[] = [];
    const isOurs = await this.step(run.importId, run.worker, async (tx, now) => {
      const context = { unionId: run.union.id, directory: run.directory, now: tx.now };
      const { rows: chosen, choices } = await this.choices.apply(tx, run.importId, chunk);
      const rows = chosen.map((one) => readRow(one, context));
      const place = {
        importId: run.importId,
        dryRun: now.dryRun,
        unionPath: run.union.path,
        requestedBy: now.requestedBy,
      };
      report = await this.loader.load(tx, place, rows, { choices, earlier: run.earlier });
      tx.send(this.imports.insertReport(tx, run.importId, report));
      return { ...advanced(now, report), attempts: 0 };
    });
    run.earlier.add(report);
    return isOurs;
  }

  /** Changes the import while this worker holds it. @returns false if another worker has taken over */
  private step(
    importId: string,
    worker: string,
    change: (tx: Transaction, row: MemberImportRow) => Promise<MemberImportRow>,
  ): Promise<boolean> {
    return this.transactions.system(continueTrace(undefined), async (tx) => {
      const row = await this.imports.lockById(tx, importId);
      if (row === null || row.worker !== worker) return false;
      const next = await change(tx, row);
      const isReleased = next.worker === null;
      await this.imports.update(tx, isReleased ? next : { ...next, leasedUntil: leaseEnd(tx) });
      if (!isReleased) await schedule(tx, { kind: memberImportKind, key: importId, at: leaseEnd(tx) });
      if (next.finishedAt === null) return true;
      await beginRetention(tx, importId);
      await awaitsMayChange(tx, 'roster', next.unionId);
      return true;
    });
  }

  private async handleFailure(importId: string, worker: string, error: unknown): Promise<void> {
    const refusal = error instanceof DomainError ? error : null;
    const isFinal = refusal !== null && !retryableCodes.has(refusal.code);
    if (!isFinal)
      this.logger.warn({ importId, reason: String(error) }, 'an import stumbled and will be tried again');
    try {
      await this.step(importId, worker, async (tx, row) => {
        if (isFinal) return failed(row, refusal.code, tx.now);
        const at = new Date(tx.now.getTime() + (refusal?.retryAfterSeconds ?? 1) * 1_000);
        await schedule(tx, { kind: memberImportKind, key: importId, at });
        // Waiting for a turn is not an attempt.
        const attempts = refusal?.code === 'BUSY' ? row.attempts - 1 : row.attempts;
        return { ...row, worker: null, leasedUntil: null, attempts };
      });
    } catch (outage) {
      this.logger.warn(
        { importId, reason: String(outage) },
        'an import is left to whoever finds its lease expired',
      );
    }
  }
}

function leaseEnd(tx: Transaction): Date {
  return new Date(tx.now.getTime() + leaseMs);
}
