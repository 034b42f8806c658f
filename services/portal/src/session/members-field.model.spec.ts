import { describe, expect, it } from '@jest/globals';
import { linesOf, sortedMatches, withMembers } from './members-field.model.js';

describe('a pasted list', () => {
  it.each([
    ['张三\n李四', ['张三', '李四']],
    ['张三、李四，王五；赵六', ['张三', '李四', '王五', '赵六']],
    [' 张三 \r\n\r\n李四\n', ['张三', '李四']],
    ['张三\n张三', ['张三']], // once
    ['阿依古丽·买买提', ['阿依古丽·买买提']],
    ['1\t张三\t装配车间\n2\t李四\t机修车间', ['张三', '李四']], // serial numbers of a spreadsheet
    ['张三\t11010519491231002X', ['11010519491231002X']], // a number names one person
    ['张三\t138 0013 8000', ['138 0013 8000']],
    ['1\n2.\n\t\n', []],
  ])('%j is looked for as %j', (pasted, lines) => {
    expect(linesOf(pasted)).toEqual(lines);
  });

  it('is told apart: whom a line names, of whom there are several, who cannot be chosen, and nobody', () => {
    const member = (personId: string, state = 'active') => ({ personId, state });
    const matches = [
      { line: '甲', members: [member('a')] },
      { line: '乙', members: [member('b'), member('c')] },
      { line: '丙', members: [member('d'), member('e', 'imported')] },
      { line: '丁', members: [member('f', 'imported')] },
      { line: '戊', members: [] },
    ];
    expect(sortedMatches(matches, ({ state }) => state === 'active')).toEqual({
      found: [member('a'), member('d')],
      several: [{ line: '乙', members: [member('b'), member('c')] }],
      missing: ['戊'],
      unfit: ['丁'],
    });
  });
});

describe('a list of people', () => {
  const person = (personId: string) => ({ personId, name: personId, unionName: '机床厂工会' });
  const [anna, ben, carl] = [person('a'), person('b'), person('c')];

  it('has each of them once', () => {
    expect(withMembers([anna], [ben, anna, ben], 5)).toEqual({ members: [anna, ben], count: 1, left: 0 });
  });

  it('says how many have no room', () => {
    expect(withMembers([anna], [ben, carl], 2)).toEqual({ members: [anna, ben], count: 1, left: 1 });
  });
});
