import { Controller } from '@nestjs/common';
import {
  type AgreementAwaitingView,
  agreementContract,
  AgreementIdRequest,
  type AgreementView,
  ListAgreementsAwaitingRequest,
  ListAgreementsRequest,
  type Page,
  ProposeAgreementRequest,
  SignAgreementRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { AgreementReaderService } from './agreement-reader.service.js';
import { AgreementService } from './agreement.service.js';
import { SigningService } from './signing.service.js';

@Controller()
export class AgreementController {
  constructor(
    private readonly agreements: AgreementService,
    private readonly reader: AgreementReaderService,
    private readonly signing: SigningService,
  ) {}

  @HandlesCommand(agreementContract.propose)
  propose(
    @Request() request: ProposeAgreementRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AgreementView>> {
    return this.agreements.propose(request, call);
  }

  @HandlesCommand(agreementContract.withdraw)
  withdraw(
    @Request() request: AgreementIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AgreementView>> {
    return this.agreements.withdraw(request, call);
  }

  @HandlesCommand(agreementContract.sign)
  sign(@Request() request: SignAgreementRequest, @Call() call: CallContext): Promise<Outcome<AgreementView>> {
    return this.signing.sign(request, call);
  }

  @HandlesQuery(agreementContract.get)
  get(@Request() request: AgreementIdRequest, @Call() call: CallContext): Promise<AgreementView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(agreementContract.list)
  list(@Request() request: ListAgreementsRequest, @Call() call: CallContext): Promise<Page<AgreementView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(agreementContract.listAwaiting)
  listAwaiting(
    @Request() request: ListAgreementsAwaitingRequest,
    @Call() call: CallContext,
  ): Promise<Page<AgreementAwaitingView>> {
    return this.reader.listAwaiting(request, call);
  }

  @Republishes('agreement')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.reader.republish(tx, afterId, limit);
  }
}
