import { applyBaseline, dropBaseline } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { access } from './baseline/access.js';
import { clubs } from './baseline/clubs.js';
import { joining } from './baseline/joining.js';
import { members } from './baseline/members.js';
import { persons } from './baseline/persons.js';
import { unions } from './baseline/unions.js';

/** In an order in which each refers to those before it. */
const parts = [persons, unions, access, members, clubs, joining];

/** All that the migrations of 0.1 made, one after the other. */
export class Baseline1764000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return applyBaseline(runner, 'RosterRefusals1763900000575', parts);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropBaseline(runner, parts);
  }
}
