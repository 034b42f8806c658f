import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  indicatorTemplateContract,
  type IndicatorTemplatesView,
} from '@gongxiang/contracts/evaluation/systems/indicator-template.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { templatesIn } from './templates.js';

@Injectable()
export class TemplateService {
  constructor(private readonly transactions: Transactions) {}

  @Handles(indicatorTemplateContract.list)
  list(_request: NoRequest, call: CallContext): Promise<IndicatorTemplatesView> {
    return this.transactions.read(call, (tx) => {
      tx.authorise(actions.seePublished, {});
      return Promise.resolve({ items: templatesIn(call.locale) });
    });
  }
}
