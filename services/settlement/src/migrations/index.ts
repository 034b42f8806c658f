import { Baseline1764000000000 } from './1764000000000-baseline.js';
import { Awaits1765100001000 } from './1765100001000-awaits.js';
import { Search1766000000300 } from './1766000000300-search.js';
import { SharedBills1766100001000 } from './1766100001000-shared-bills.js';
import { SharedBillTitles1766200000000 } from './1766200000000-shared-bill-titles.js';
import { PayeeAccounts1766300000000 } from './1766300000000-payee-accounts.js';
import { PayeeAccountConfirmations1766430000000 } from './1766430000000-payee-account-confirmations.js';
import { MatterPayments1766490000000 } from './1766490000000-matter-payments.js';
import { ListOrders1766800000000 } from './1766800000000-list-orders.js';
import { DuesLines1766800100000 } from './1766800100000-dues-lines.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [
  Baseline1764000000000,
  Awaits1765100001000,
  Search1766000000300,
  SharedBills1766100001000,
  SharedBillTitles1766200000000,
  PayeeAccounts1766300000000,
  PayeeAccountConfirmations1766430000000,
  MatterPayments1766490000000,
  ListOrders1766800000000,
  DuesLines1766800100000,
];
