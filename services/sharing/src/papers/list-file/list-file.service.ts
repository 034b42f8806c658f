import { Injectable } from '@nestjs/common';
import {
  listFileContract,
  type ListFormat,
  type RenderListRequest,
} from '@gongxiang/contracts/sharing/papers/list-file.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles, sheetType } from '@gongxiang/messaging/files';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { ListSource } from './list-source.js';
import { listTexts } from './list-texts.model.js';
import { writeList } from './list-writer.js';

const mediaTypes: Readonly<Record<ListFormat, string>> = {
  xlsx: sheetType,
  csv: 'text/csv',
};

/** The lists of an activity as files: what the pages show, with the same masked names. */
@Injectable()
export class ListFileService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly source: ListSource,
    private readonly prints: PrintedFiles,
  ) {}

  /** @throws DomainError `LIST_FILE_TOO_LONG`, as the list on its page does, as {@link PrintedFiles.print} does */
  @Handles(listFileContract.render)
  async render(request: RenderListRequest, call: CallContext): Promise<PrintedFileView> {
    const activity = await this.activityOf(request.activityId, call);
    const texts = listTexts[call.locale];
    const title = texts.lists[request.list];
    return this.prints.print(call, async () => ({
      bytes: await this.write(request, call, activity),
      contentType: mediaTypes[request.format],
      fileName: `${activity.title} ${title}.${request.format}`,
    }));
  }

  private async write(
    request: RenderListRequest,
    call: CallContext,
    { timeZone }: ActivityRow,
  ): Promise<Buffer> {
    const { list, format } = request;
    const texts = listTexts[call.locale];
    const form = { texts, timeZone };
    const target = { title: texts.lists[list], format };
    switch (list) {
      case 'registrations':
        return writeList(this.source.registrationTable(request, call, form), target);
      case 'attendance':
        return writeList(this.source.attendanceTable(request, call, form), target);
      case 'coupons':
        return writeList(this.source.couponTable(request, call, form), target);
      case 'answers':
        return writeList(await this.source.answersTable(request, call, form), target);
    }
  }

  /** Reading the list checks access; this only loads the file name's parts. */
  private activityOf(id: string, call: CallContext): Promise<ActivityRow> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const row = await this.activities.findById(tx, id);
      if (row === null) throw new DomainError('NOT_FOUND');
      return row;
    });
  }
}
