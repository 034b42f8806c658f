import { Controller } from '@nestjs/common';
import {
  type AccountView,
  type EntrySummaryView,
  type EntryView,
  GetAccountRequest,
  GetEntryRequest,
  ledgerContract,
  ListAccountsRequest,
  ListEntriesRequest,
  ListPostingsRequest,
  type Page,
  type PostingView,
  ReverseEntryRequest,
  TrialBalanceRequest,
  type TrialBalanceView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LedgerService } from './ledger.service.js';
import { ReversalService } from './reversal.service.js';

@Controller()
export class LedgerController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly reversals: ReversalService,
  ) {}

  @HandlesQuery(ledgerContract.listAccounts)
  listAccounts(
    @Request() request: ListAccountsRequest,
    @Call() call: CallContext,
  ): Promise<Page<AccountView>> {
    return this.ledger.listAccounts(request, call);
  }

  @HandlesQuery(ledgerContract.getAccount)
  getAccount(@Request() request: GetAccountRequest, @Call() call: CallContext): Promise<AccountView> {
    return this.ledger.getAccount(request, call);
  }

  @HandlesQuery(ledgerContract.listPostings)
  listPostings(
    @Request() request: ListPostingsRequest,
    @Call() call: CallContext,
  ): Promise<Page<PostingView>> {
    return this.ledger.listPostings(request, call);
  }

  @HandlesQuery(ledgerContract.listEntries)
  listEntries(
    @Request() request: ListEntriesRequest,
    @Call() call: CallContext,
  ): Promise<Page<EntrySummaryView>> {
    return this.ledger.listEntries(request, call);
  }

  @HandlesQuery(ledgerContract.getEntry)
  getEntry(@Request() request: GetEntryRequest, @Call() call: CallContext): Promise<EntryView> {
    return this.ledger.getEntry(request, call);
  }

  @HandlesCommand(ledgerContract.reverse)
  reverse(@Request() request: ReverseEntryRequest, @Call() call: CallContext): Promise<Outcome<EntryView>> {
    return this.reversals.reverse(request, call);
  }

  @HandlesQuery(ledgerContract.trialBalance)
  trialBalance(
    @Request() request: TrialBalanceRequest,
    @Call() call: CallContext,
  ): Promise<TrialBalanceView> {
    return this.ledger.trialBalance(request, call);
  }
}
