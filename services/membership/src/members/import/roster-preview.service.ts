import { Injectable } from '@nestjs/common';
import {
  memberImportContract,
  type MemberImportPreview,
  type PreviewMemberImportRequest,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { type CallContext, DomainError, hourMs } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { FileDrops } from '@gongxiang/messaging/files';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { MemberImportRepository } from './member-import.repository.js';
import { type RosterColumn, rosterColumns } from './roster-columns.model.js';
import { RosterFile } from './roster-file.js';
import { RosterWordsRepository } from './roster-words.repository.js';

const previewedFileKind = 'previewed-roster-file';

/** Shows the beginning of a file before anything is recorded of it. */
@Injectable()
export class RosterPreviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly words: RosterWordsRepository,
    private readonly file: RosterFile,
    private readonly imports: MemberImportRepository,
    private readonly drops: FileDrops,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `IMPORT_FILE_MISSING`, the refusals of `previewRoster` */
  @Handles(memberImportContract.preview)
  async preview(request: PreviewMemberImportRequest, call: CallContext): Promise<MemberImportPreview> {
    const { requestedBy, words } = await this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      tx.authorise(actions.importMembers, { paths: [union.path], visible: true });
      return { requestedBy: tx.personId, words: await this.words.find(tx, union.id) };
    });
    const { fileKey } = request;
    await this.transactions.system(call.traceparent, (tx) => this.scheduleDrop(tx, fileKey));
    const { sheet, headerRow } = request;
    const layout =
      sheet === undefined && headerRow === undefined
        ? null
        : { sheet: sheet ?? null, headerRow: headerRow ?? 0, columns: {} };
    const found = await this.file.preview({ fileKey, requestedBy }, layout, words);
    const { columns } = found.layout;
    return {
      encoding: found.encoding,
      delimiter: found.delimiter,
      sheets: [...found.sheets],
      sheet: found.layout.sheet,
      headerRow: found.layout.headerRow,
      header: [...found.header],
      columns: rosterColumns.flatMap((field) => columnOf(field, columns[field])),
      isRemembered: Object.keys(words).length > 0,
      rows: found.rows.map(({ rowNumber, cells }) => ({ row: rowNumber, cells: [...cells] })),
    };
  }

  /** Deletes the file if no import refers to it: a roster must not be kept that nobody imports. */
  @OnDue(previewedFileKind)
  async drop(tx: Transaction, fileKey: string): Promise<void> {
    if (await this.imports.hasFile(tx, fileKey)) return;
    await this.drops.drop(tx, { kind: previewedFileKind, key: fileKey }, fileKey);
  }

  private scheduleDrop(tx: Transaction, fileKey: string): Promise<void> {
    return schedule(tx, { kind: previewedFileKind, key: fileKey, at: new Date(tx.now.getTime() + hourMs) });
  }
}

function columnOf(field: RosterColumn, column: number | undefined) {
  return column === undefined ? [] : [{ field, column }];
}
