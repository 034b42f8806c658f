import { Injectable } from '@nestjs/common';
import {
  type GetMemberImportRequest,
  memberImportContract,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, shanghaiDate } from '@gongxiang/domain';
import { PrintedFiles, sheetType } from '@gongxiang/messaging/files';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { MemberImportRepository } from './member-import.repository.js';
import { MemberImportService } from './member-import.service.js';
import { RosterFile } from './roster-file.js';
import { resultOf, resultTitle } from './roster-words.js';

const pageRows = 5_000;
const fileName = { 'zh-CN': '名册结果', en: 'roster results' } as const;

/** Gives officers their own file back, with what became of each row beside it. */
@Injectable()
export class RosterResultService {
  constructor(
    private readonly transactions: Transactions,
    private readonly service: MemberImportService,
    private readonly imports: MemberImportRepository,
    private readonly file: RosterFile,
    private readonly prints: PrintedFiles,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`; `IMPORT_NOT_CHECKED` before there are results;
   * `IMPORT_FILE_MISSING` a week after its end
   */
  @Handles(memberImportContract.render)
  async render({ importId }: GetMemberImportRequest, call: CallContext): Promise<PrintedFileView> {
    const { row, results } = await this.transactions.read(call, async (tx) => {
      const seen = await this.service.seen(tx, importId);
      // The file has numbers in the clear.
      tx.authorise(actions.importMembers, { paths: [seen.unionPath], visible: true });
      const texts = new Map<number, string>();
      const isUndone = seen.row.state === 'undone';
      let after = 0;
      for (;;) {
        const page = await this.imports.reportAfter(tx, importId, after, pageRows);
        for (const one of page) texts.set(one.rowNumber, resultOf(one, isUndone, call.locale));
        after = page.at(-1)?.rowNumber ?? after;
        if (page.length < pageRows) break;
      }
      return { row: seen.row, results: texts };
    });
    const { layout } = row;
    if (layout === null || row.finishedAt === null) throw new DomainError('IMPORT_NOT_CHECKED');
    return this.prints.print(call, async () => {
      const bytes = await this.file.withResults(row, { layout, title: resultTitle[call.locale], results });
      const extension = row.encoding === null ? 'xlsx' : 'csv';
      return {
        bytes: Buffer.from(bytes),
        contentType: extension === 'xlsx' ? sheetType : 'text/csv',
        fileName: `${fileName[call.locale]} ${shanghaiDate(row.createdAt)}.${extension}`,
      };
    });
  }
}
