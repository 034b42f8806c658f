import { Injectable } from '@nestjs/common';
import {
  type AgreementProposed,
  type AgreementStateData,
  sharingEvents,
} from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, Consumes, ConsumesTogether, storeCopy, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AgreementRef } from './agreement.entity.js';
import { AgreementService, judgeKind } from './agreement.service.js';

/** Judges proposed agreements and maintains the copies of their versions. */
@Consumer('agreement-consumer')
@Injectable()
export class AgreementConsumer {
  constructor(private readonly agreements: AgreementService) {}

  @Consumes(sharingEvents.agreementProposed)
  async proposed(tx: Transaction, proposal: AgreementProposed): Promise<void> {
    await this.agreements.judge(tx, proposal);
  }

  @OnDue(judgeKind)
  async judgeAgain(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    await this.agreements.judgeAgain(tx, payload as AgreementProposed);
  }

  @ConsumesTogether(sharingEvents.agreementChanged, (agreement) => agreement.agreementId)
  async changed(tx: Transaction, { agreementId, ...state }: AgreementStateData): Promise<void> {
    tx.send(storeCopy(tx, AgreementRef, { id: agreementId, ...state }));
  }
}
