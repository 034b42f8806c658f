import { applyBaseline, dropBaseline } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { activities } from './baseline/activities.js';
import { attendance } from './baseline/attendance.js';
import { finding } from './baseline/finding.js';
import { lending } from './baseline/lending.js';
import { organising } from './baseline/organising.js';
import { papers } from './baseline/papers.js';
import { reference } from './baseline/reference.js';
import { seats } from './baseline/seats.js';

/** In an order in which each refers to those before it. */
const parts = [reference, lending, activities, seats, attendance, organising, papers, finding];

/** All that the migrations of 0.1 made, one after the other. */
export class Baseline1764000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return applyBaseline(runner, 'OverriddenSeats1763900000703', parts);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropBaseline(runner, parts);
  }
}
