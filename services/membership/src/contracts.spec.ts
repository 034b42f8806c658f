import { expect, it } from '@jest/globals';
import { controllersOf, handlersWithoutDtoType } from '@gongxiang/testing';
import { MembershipConfig } from './config.js';
import { MembershipModule } from './membership.module.js';

it('every handler knows the class of its request at run time, so that it is validated', () => {
  const controllers = controllersOf(MembershipModule.with(new MembershipConfig()));
  expect(controllers.length).toBeGreaterThan(1);
  expect(handlersWithoutDtoType(controllers)).toEqual([]);
});
