import { Injectable } from '@nestjs/common';
import {
  type ClosingFindings,
  closingFindingsOf,
  type PartyToClose,
  settlementClosing,
} from '@gongxiang/contracts/words/party-closing';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference.repository.js';
import { PartyClosingRepository } from './party-closing.repository.js';

/** What a party that its union may close still owes or is owed: bills are split and paid after its end, too. */
@Injectable()
export class PartyClosingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: ReferenceRepository,
    private readonly open: PartyClosingRepository,
  ) {}

  @Handles(settlementClosing.findings)
  findings(party: PartyToClose, call: CallContext): Promise<ClosingFindings> {
    return this.transactions.read(call, async (tx) => {
      const { unionPath } = await this.references.party(tx, party, '/id');
      tx.authorise(actions.seeClosing, { paths: [unionPath] });
      return closingFindingsOf(await this.open.countOpen(tx, party));
    });
  }
}
