import { type RoleName, roleNames } from '@gongxiang/domain';
import { NoRequest, query } from '../../core/contract.js';
import { ListOf, SomeOf, Text, Uuid } from '../../core/fields.js';

/** More than hold an office at the unions of one person. */
export const colleaguesMax = 1_000;

/** Somebody who holds an office at a union at which the caller holds one, too. */
export class ColleagueView {
  @Uuid() personId: string;
  @Text({ description: 'In full', example: '张三' }) name: string;
  @SomeOf(roleNames, { description: 'At these unions' }) roles: RoleName[];
}

export class ColleaguesView {
  @ListOf(() => ColleagueView, {
    max: colleaguesMax,
    description: 'Empty for whoever holds no office; whoever holds one is among them',
  })
  items: ColleagueView[];
}

export const colleagueContract = {
  list: query('membership.colleague.list', NoRequest, ColleaguesView, {
    http: 'GET me/colleagues',
    tag: 'unions',
    summary:
      'Who holds an office at the very unions at which I hold one, by full name: other answers name them by id and mask alone',
  }),
};
