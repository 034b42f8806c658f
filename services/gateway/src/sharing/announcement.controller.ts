import { Controller } from '@nestjs/common';
import { query } from '@gongxiang/contracts/core/contract';
import { noticeContract, type OutcomesView } from '@gongxiang/contracts/notification/notice.contract';
import {
  announcementContract,
  AnnouncementId,
  AnnouncementReportView,
} from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askServices } from '../membership/ask-every-service.js';

const report = query('operations.report-announcement', AnnouncementId, AnnouncementReportView, {
  http: 'GET announcements/:announcementId/report',
  tag: 'notices',
  summary: 'Counts what became of an announcement: told, read, sent and failed by channel; never who',
});

/** Sharing says who may see an announcement and to how many it went; the service of the inboxes, what became of it. */
@Controller()
export class AnnouncementController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(report)
  async report(
    @Input() request: AnnouncementId,
    @Call() call: CallContext,
  ): Promise<{ readonly body: AnnouncementReportView; readonly existing: boolean }> {
    const { id, state, recipients, sent } = (await this.rpc.call(announcementContract.get, request, call))
      .body;
    const outcomes = await this.outcomesOf(id, call);
    return { body: { id, state, recipients, sent, outcomes }, existing: false };
  }

  /** Null where that service is silent: the rest is shown all the same. */
  private async outcomesOf(textId: string, call: CallContext): Promise<OutcomesView | null> {
    const [answer] = await askServices(
      ['notification'] as const,
      call,
      (_service, asked) => this.rpc.call(noticeContract.countOutcomes, { textId }, asked),
      { delivered: 0, read: 0, channels: [], failures: [] },
    );
    if (answer?.answered !== true) return null;
    const { delivered, read, channels, failures } = answer;
    return { delivered, read, channels, failures };
  }
}
