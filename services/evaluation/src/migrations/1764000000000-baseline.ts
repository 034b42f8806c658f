import { applyBaseline, dropBaseline } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rankings } from './baseline/rankings.js';
import { reference } from './baseline/reference.js';
import { reports } from './baseline/reports.js';
import { scores } from './baseline/scores.js';
import { seasons } from './baseline/seasons.js';
import { surveys } from './baseline/surveys.js';
import { systems } from './baseline/systems.js';

/** In an order in which each refers to those before it. */
const parts = [reference, systems, surveys, scores, rankings, seasons, reports];

/** All that the migrations of 0.1 made, one after the other. */
export class Baseline1764000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return applyBaseline(runner, 'SurveysOfAUnion1763900000700', parts);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropBaseline(runner, parts);
  }
}
