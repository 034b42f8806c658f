import { Injectable } from '@nestjs/common';
import {
  deliveryContract,
  type DeliveryReportView,
  type GetDeliveryReport,
} from '@gongxiang/contracts/notification/delivery.contract';
import { type CallContext, rootPath, shanghaiDate } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { Deliveries } from '../../sending/delivery/deliveries.js';
import { lastDays } from '../../sending/delivery/delivery-report.js';
import { actions } from '../actions.js';
import { NoticeRepository } from '../notice/notice.repository.js';

const daysUsual = 30;

/** Whether people are reached, for whoever answers for the network: messages know no union. */
@Injectable()
export class DeliveryReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly deliveries: Deliveries,
  ) {}

  @Handles(deliveryContract.report)
  report({ days = daysUsual }: GetDeliveryReport, call: CallContext): Promise<DeliveryReportView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeDeliveryReport, { paths: [rootPath], visible: true });
      const last = lastDays(days, tx.now);
      return {
        from: shanghaiDate(last.begin),
        to: shanghaiDate(tx.now),
        ...(await this.notices.countSince(tx, last.begin)),
        ...(await this.deliveries.reportOf(tx, last)),
      };
    });
  }
}
