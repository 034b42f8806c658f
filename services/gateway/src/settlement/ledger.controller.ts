import { Controller } from '@nestjs/common';
import {
  GetAccountRequest,
  GetEntryRequest,
  ledgerContract,
  ListAccountsRequest,
  ListEntriesRequest,
  ListPostingsRequest,
  ReverseEntryRequest,
  TrialBalanceRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'ledger';

@Controller()
export class LedgerController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'accounts', ledgerContract.listAccounts, {
    tag,
    summary: 'The accounts of my unions, with balances',
  })
  listAccounts(@Input() request: ListAccountsRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerContract.listAccounts, request, call);
  }

  @Endpoint('GET', 'accounts/:accountId', ledgerContract.getAccount, {
    tag,
    summary: 'An account with its party and its balance',
  })
  getAccount(@Input() request: GetAccountRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerContract.getAccount, request, call);
  }

  @Endpoint('GET', 'accounts/:accountId/postings', ledgerContract.listPostings, {
    tag,
    summary: 'The postings of an account, on either side, oldest first',
  })
  listPostings(@Input() request: ListPostingsRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerContract.listPostings, request, call);
  }

  @Endpoint('GET', 'ledger/entries', ledgerContract.listEntries, {
    tag,
    summary: 'The entries of my unions, newest first',
  })
  listEntries(@Input() request: ListEntriesRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerContract.listEntries, request, call);
  }

  @Endpoint('GET', 'ledger/entries/:entryId', ledgerContract.getEntry, {
    tag,
    summary: 'An entry with its postings',
  })
  getEntry(@Input() request: GetEntryRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerContract.getEntry, request, call);
  }

  @Endpoint('POST', 'ledger/entries/:entryId/reverse', ledgerContract.reverse, {
    tag,
    summary: 'Takes an entry back by its exact negation, once, with the reason',
    freshRoles: true,
    example: { reason: '发票重复入账' },
  })
  reverse(@Input() request: ReverseEntryRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerContract.reverse, request, call);
  }

  @Endpoint('GET', 'ledger/trial-balance', ledgerContract.trialBalance, {
    tag,
    summary: 'All debits and all credits of the network, which agree',
  })
  trialBalance(@Input() request: TrialBalanceRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerContract.trialBalance, request, call);
  }
}
