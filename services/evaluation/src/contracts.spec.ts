import { expect, it } from '@jest/globals';
import { controllersOf, handlersWithoutDtoType } from '@gongxiang/testing';
import { EvaluationConfig } from './config.js';
import { EvaluationModule } from './evaluation.module.js';

it('every handler knows the class of its request at run time, so that it is validated', () => {
  const controllers = controllersOf(EvaluationModule.with(new EvaluationConfig()));
  expect(controllers.length).toBeGreaterThan(1);
  expect(handlersWithoutDtoType(controllers)).toEqual([]);
});
