import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  figureContract,
  type FigureImportView,
  type FigureView,
  type ImportFiguresRequest,
  type ListFiguresRequest,
} from '@gongxiang/contracts/evaluation/scores/figure.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { scheduleFactsChanged } from '../../reference/activity/facts-changed.js';
import { pathsFor } from '../../reference/reading-paths.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { SubjectRepository } from '../../reference/subject/subject.repository.js';
import type { FigureFileContent } from './figure-file.js';
import { FigureMatching, type MatchedFigure } from './figure-matching.js';
import { FigureRepository, type ListedFigure } from './figure.repository.js';

@Injectable()
export class FigureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly figures: FigureRepository,
    private readonly references: ReferenceRepository,
    private readonly subjects: SubjectRepository,
    private readonly matching: FigureMatching,
  ) {}

  /**
   * All rows of a file or none; a dry run only says what would come of them.
   * @throws DomainError `FIGURE_IMPORT_REFUSED` with what is wrong, row by row
   */
  import(
    request: ImportFiguresRequest,
    call: CallContext,
    content: FigureFileContent,
  ): Promise<Outcome<FigureImportView>> {
    return this.transactions.command(call, figureContract.import, request, async (tx) => {
      const union = await this.authoriseAt(tx, request.unionId);
      const { matched, problems } = await this.matching.match(tx, union.path, content.rows);
      if (problems.length > 0) {
        throw new DomainError('FIGURE_IMPORT_REFUSED', {
          params: { count: problems.length },
          errors: problems,
        });
      }
      const { dryRun } = request;
      const id = dryRun ? null : await this.store(tx, { request, hash: content.hash, matched });
      return { id, dryRun, fileHash: content.hash, rows: matched.map(rowView) };
    });
  }

  /** Authorises before the file is read, so that a caller without permission learns nothing about it. */
  async requireImporter(request: ImportFiguresRequest, call: CallContext): Promise<void> {
    await this.transactions.read(call, (tx) => this.authoriseAt(tx, request.unionId));
  }

  @Handles(figureContract.list)
  list(request: ListFiguresRequest, call: CallContext): Promise<Page<FigureView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.figures.list(tx, request, pathsFor(tx, actions.tendIndicators));
      const subjects = rows.map(({ subjectKind: kind, subjectId: id }) => ({ kind, id }));
      const names = await this.subjects.namesOf(tx, subjects);
      const views = rows.map((row) => viewOf(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async authoriseAt(tx: Transaction, unionId: string) {
    const union = await this.references.union(tx, unionId, '/unionId');
    tx.authorise(actions.tendIndicators, { paths: [union.path], visible: true });
    return union;
  }

  private async store(
    tx: Transaction,
    file: {
      readonly request: ImportFiguresRequest;
      readonly hash: string;
      readonly matched: readonly MatchedFigure[];
    },
  ): Promise<string> {
    const { request, hash, matched } = file;
    const { unionId, fileName } = request;
    const id = newId();
    await this.figures.insert(
      tx,
      {
        id,
        unionId,
        fileName,
        fileHash: hash,
        rowCount: matched.length,
        importedBy: tx.personId,
        createdAt: tx.now,
      },
      matched.map(({ line, subject }) => ({
        id: newId(),
        importId: id,
        unionId,
        rowNumber: line.row,
        subjectKind: line.kind,
        subjectId: subject.id,
        name: line.name,
        periodFrom: line.period.from,
        periodTo: line.period.to,
        value: line.value,
        source: line.source,
      })),
    );
    await scheduleFactsChanged(tx, { figureImportId: id });
    const after = { unionId, fileName, fileHash: hash, rows: matched.length };
    tx.audit({ noun: 'figure-import', id, before: null, after });
    return id;
  }
}

function rowView({ line, subject, before }: MatchedFigure): FigureImportView['rows'][number] {
  const { row, kind, name: figure, period, value } = line;
  return {
    row,
    subject: { kind, id: subject.id, name: subject.name },
    figure,
    periodFrom: period.from,
    periodTo: period.to,
    value,
    before,
  };
}

function viewOf(row: ListedFigure, names: ReadonlyMap<string, string>): FigureView {
  const { id, subjectKind: kind, subjectId, name: figure, rowNumber, importedAt } = row;
  const { periodFrom, periodTo, value, source, superseded, fileName, fileHash } = row;
  return {
    id,
    subject: { kind, id: subjectId, name: names.get(subjectId) ?? null },
    figure,
    periodFrom,
    periodTo,
    value,
    source,
    superseded,
    fileName,
    fileHash,
    row: rowNumber,
    importedAt: importedAt.toISOString(),
  };
}
