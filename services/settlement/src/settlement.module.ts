import { type DynamicModule, Module } from '@nestjs/common';
import * as contracts from '@gongxiang/contracts/all/settlement';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { ReferenceModule } from './reference/reference.module.js';
import { AgreementsModule } from './agreements/agreements.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { FundingModule } from './funding/funding.module.js';
import { BillsModule } from './bills/bills.module.js';
import { ClearingModule } from './clearing/clearing.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { FindingModule } from './finding/finding.module.js';
import { PersonsModule } from './persons/persons.module.js';
import type { SettlementConfig } from './config/config.js';
import { entities } from './data-source.js';

/** In the order of their permitted imports. */
const districts = [
  ReferenceModule,
  AgreementsModule,
  LedgerModule,
  FundingModule,
  BillsModule,
  ClearingModule,
  AccountsModule,
  FindingModule,
  PersonsModule,
];

@Module({})
export class SettlementModule {
  static with(config: SettlementConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'settlement',
      config,
      contracts,
      entities,
      ...(clock ? { clock } : {}),
    });
    return { module: SettlementModule, imports: [foundation, ...districts] };
  }
}
