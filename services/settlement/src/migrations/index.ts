import { References1763600300000 } from './1763600300000-references.js';
import { AgreementsAndFacts1763600310000 } from './1763600310000-agreements-and-facts.js';
import { Ledger1763600320000 } from './1763600320000-ledger.js';
import { CostPools1763600330000 } from './1763600330000-cost-pools.js';
import { Netting1763600340000 } from './1763600340000-netting.js';
import { Waiting1763600350000 } from './1763600350000-waiting.js';
import { Members1763600360000 } from './1763600360000-members.js';
import { FactRevisions1763600370000 } from './1763600370000-fact-revisions.js';
import { LoanDamages1763600410000 } from './1763600410000-loan-damages.js';
import { LoanMoney1763600411000 } from './1763600411000-loan-money.js';
import { PoolLife1763600420000 } from './1763600420000-pool-life.js';
import { Refunds1763600420100 } from './1763600420100-refunds.js';
import { Confirmations1763600421000 } from './1763600421000-confirmations.js';
import { FundRules1763600422000 } from './1763600422000-fund-rules.js';
import { LedgerPeriods1763600423000 } from './1763600423000-ledger-periods.js';
import { EntrySeals1763600423100 } from './1763600423100-entry-seals.js';
import { LedgerLimits1763600423200 } from './1763600423200-ledger-limits.js';
import { AccountClosures1763600423300 } from './1763600423300-account-closures.js';
import { Reconciliations1763600423400 } from './1763600423400-reconciliations.js';
import { PartyFreezes1763600424000 } from './1763600424000-party-freezes.js';
import { RunsAndPayments1763600424100 } from './1763600424100-runs-and-payments.js';
import { BankStatements1763600424200 } from './1763600424200-bank-statements.js';
import { Subsidies1763600425000 } from './1763600425000-subsidies.js';
import { Budgets1763600426000 } from './1763600426000-budgets.js';
import { Disclosures1763600426100 } from './1763600426100-disclosures.js';
import { BookkeepingMandates1763600427000 } from './1763600427000-bookkeeping-mandates.js';
import { FactChecks1763600427100 } from './1763600427100-fact-checks.js';
import { EarlierPools1763600430000 } from './1763600430000-earlier-pools.js';
import { PostedRefunds1763600511000 } from './1763600511000-posted-refunds.js';
import { LedgerCheckedTogether1763600540000 } from './1763600540000-ledger-checked-together.js';
import { PoolSumsWhereTheyChange1763600540100 } from './1763600540100-pool-sums-where-they-change.js';
import { PoolTurns1763800000000 } from './1763800000000-pool-turns.js';
import { InvoiceKeys1763800000100 } from './1763800000100-invoice-keys.js';
import { MeasurePerPiece1763800000200 } from './1763800000200-measure-per-piece.js';
import { TwoPeople1763900000580 } from './1763900000580-two-people.js';
import { NewestOfAUnion1763900000700 } from './1763900000700-newest-of-a-union.js';

/** In the order in which they are applied. */
export const migrations = [
  References1763600300000,
  AgreementsAndFacts1763600310000,
  Ledger1763600320000,
  CostPools1763600330000,
  Netting1763600340000,
  Waiting1763600350000,
  Members1763600360000,
  FactRevisions1763600370000,
  LoanDamages1763600410000,
  LoanMoney1763600411000,
  PoolLife1763600420000,
  Refunds1763600420100,
  Confirmations1763600421000,
  FundRules1763600422000,
  LedgerPeriods1763600423000,
  EntrySeals1763600423100,
  LedgerLimits1763600423200,
  AccountClosures1763600423300,
  Reconciliations1763600423400,
  PartyFreezes1763600424000,
  RunsAndPayments1763600424100,
  BankStatements1763600424200,
  Subsidies1763600425000,
  Budgets1763600426000,
  Disclosures1763600426100,
  BookkeepingMandates1763600427000,
  FactChecks1763600427100,
  EarlierPools1763600430000,
  PostedRefunds1763600511000,
  LedgerCheckedTogether1763600540000,
  PoolSumsWhereTheyChange1763600540100,
  PoolTurns1763800000000,
  InvoiceKeys1763800000100,
  MeasurePerPiece1763800000200,
  TwoPeople1763900000580,
  NewestOfAUnion1763900000700,
];
