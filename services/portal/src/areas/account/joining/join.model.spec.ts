import { describe, expect, it } from '@jest/globals';
import { cleaned, isMobile, workplaceOf } from './join.model.js';

const enterprise = { id: 'e', name: '顺达速运', maskedCode: '9142****0X', area: null, hasUnion: true };
const area = { unionId: 's', unionName: '街道总工会', parentName: null, address: null, km: null };

describe('where somebody works', () => {
  it.each([
    [
      { kind: 'enterprise', enterprise, employerHidden: true, work: '骑手' },
      { enterpriseId: 'e', employerHidden: true },
    ],
    [
      { kind: 'none', work: ' 外卖骑手 ', place: '钢花村', area, enterpriseName: '旧单位' },
      { work: '外卖骑手', place: '钢花村', areaUnionId: 's' },
    ],
    [
      { kind: 'none', work: '快递员', place: '钢花村', byPlace: true },
      { work: '快递员', place: '钢花村', areaUnionId: null, bySector: false },
    ],
    [
      { kind: 'notHere', enterpriseName: '小店', place: '钢花村', byPlace: true },
      { enterpriseName: '小店', place: '钢花村', areaUnionId: null },
    ],
  ] as const)('%#: is sent without what belongs to another answer', (form, expected) => {
    expect(workplaceOf(form)).toEqual({ kind: form.kind, ...expected });
  });
});

it('sends numbers without the blanks between their groups', () => {
  const typed = { name: ' 张三 ', residentNumber: '110105 19491231 002x', phone: '138 0000-1234' };
  expect(cleaned(typed)).toEqual({
    name: '张三',
    residentNumber: '11010519491231002X',
    phone: '13800001234',
  });
});

it.each([
  ['138 0000 1234', true],
  ['+852 9123 4567', true],
  ['1380000123', true],
  ['12345', false],
  [undefined, false],
])('%j can be a mobile number: %s', (typed, expected) => {
  expect(isMobile(typed)).toBe(expected);
});
