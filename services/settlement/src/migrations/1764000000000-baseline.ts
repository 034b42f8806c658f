import { applyBaseline, dropBaseline } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accounts } from './baseline/accounts.js';
import { agreements } from './baseline/agreements.js';
import { bills } from './baseline/bills.js';
import { clearing } from './baseline/clearing.js';
import { funding } from './baseline/funding.js';
import { ledger } from './baseline/ledger.js';
import { reference } from './baseline/reference.js';

/** In an order in which each refers to those before it. */
const parts = [reference, agreements, ledger, funding, bills, clearing, accounts];

/** All that the migrations of 0.1 made, one after the other. */
export class Baseline1764000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return applyBaseline(runner, 'NewestOfAUnion1763900000700', parts);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropBaseline(runner, parts);
  }
}
