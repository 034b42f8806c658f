import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListTuningReportsRequest,
  tuningContract,
  type TuningReportIdRequest,
  type TuningReportSummary,
  type TuningReportView,
} from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { TuningRepository } from './tuning.repository.js';
import { tuningSummary, tuningView } from './tuning-view.js';

/** What a season says of an indicator system: is it reliable, does it repeat itself, has it moved? */
@Injectable()
export class TuningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: TuningRepository,
  ) {}

  @Handles(tuningContract.get)
  get(request: TuningReportIdRequest, call: CallContext): Promise<TuningReportView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const row = await this.reports.find(tx, request.tuningReportId);
      return tuningView(row, await this.reports.systemsOf(tx, [row.indicatorSystemId]), call.locale);
    });
  }

  @Handles(tuningContract.list)
  list(request: ListTuningReportsRequest, call: CallContext): Promise<Page<TuningReportSummary>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.reports.list(tx, request);
      const ids = rows.map(({ indicatorSystemId }) => indicatorSystemId);
      const systems = await this.reports.systemsOf(tx, ids);
      const views = rows.map((row) => tuningSummary(row, systems));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }
}
