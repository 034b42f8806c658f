import { CostPoolController } from './cost-pool.controller.js';
import { LedgerController } from './ledger.controller.js';
import { NettingController } from './netting.controller.js';
import { SettlementPreviewController } from './preview.controller.js';

export const settlementControllers = [
  CostPoolController,
  LedgerController,
  NettingController,
  SettlementPreviewController,
];
