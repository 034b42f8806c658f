import { CostPoolController } from './cost-pool.controller.js';
import { LedgerController } from './ledger.controller.js';
import { LoanMoneyController } from './loan-money.controller.js';
import { NettingController } from './netting.controller.js';
import { SettlementPreviewController } from './preview.controller.js';
import { ReceiptController } from './receipt.controller.js';
import { StatementController } from './statement.controller.js';

export const settlementControllers = [
  CostPoolController,
  LedgerController,
  LoanMoneyController,
  NettingController,
  SettlementPreviewController,
  ReceiptController,
  StatementController,
];
