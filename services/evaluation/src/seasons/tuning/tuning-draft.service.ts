import { Injectable } from '@nestjs/common';
import {
  type DraftTunedSystemRequest,
  tuningContract,
} from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import type { IndicatorSystemView } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { IndicatorSystemService } from '../../systems/indicator-system/indicator-system.service.js';
import { tunedNodes } from './tuned-nodes.model.js';
import { TuningRepository } from './tuning.repository.js';

/** Makes a report into the draft of the next version of its system, as an evaluator ticks it. */
@Injectable()
export class TuningDraftService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: TuningRepository,
    private readonly systems: IndicatorSystemService,
  ) {}

  /**
   * @throws DomainError as `tunedNodes` does; nothing is published: weights must be judged again, because siblings
   *   changed
   */
  @Handles(tuningContract.draft)
  draft(request: DraftTunedSystemRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, tuningContract.draft, request, async (tx) => {
      const { indicatorSystemId } = await this.reports.find(tx, request.tuningReportId);
      return this.systems.startNext(tx, indicatorSystemId, (nodes) => tunedNodes(nodes, request));
    });
  }
}
