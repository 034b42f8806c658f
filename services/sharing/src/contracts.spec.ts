import { expect, it } from '@jest/globals';
import { controllersOf, handlersWithoutDtoType } from '@gongxiang/testing';
import { SharingConfig } from './config.js';
import { SharingModule } from './sharing.module.js';

it('every handler knows the class of its request at run time, so that it is validated', () => {
  const controllers = controllersOf(SharingModule.with(new SharingConfig()));
  expect(controllers.length).toBeGreaterThan(1);
  expect(handlersWithoutDtoType(controllers)).toEqual([]);
});
