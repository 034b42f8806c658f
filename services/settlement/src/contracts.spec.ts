import { expect, it } from '@jest/globals';
import { controllersOf, handlersWithoutDtoType } from '@gongxiang/testing';
import { SettlementConfig } from './config.js';
import { SettlementModule } from './settlement.module.js';

it('every handler knows the class of its request at run time, so that it is validated', () => {
  const controllers = controllersOf(SettlementModule.with(new SettlementConfig()));
  expect(controllers.length).toBeGreaterThan(1);
  expect(handlersWithoutDtoType(controllers)).toEqual([]);
});
