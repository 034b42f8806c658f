import { workLines } from '@gongxiang/contracts/membership/joining/work-line';
import { describe, expect, it } from '@jest/globals';
import { workLineOf } from './work-line.model.js';

describe('the line of work that somebody names', () => {
  it.each([
    ['外卖骑手', 'deliveryRider'],
    ['送外卖', 'deliveryRider'],
    ['美团众包骑手', 'deliveryRider'],
    ['快递员', 'courier'],
    ['送快递的', 'courier'],
    ['网约车司机', 'rideHailingDriver'],
    ['代驾', 'rideHailingDriver'],
    ['大货车司机', 'truckDriver'],
    ['医院护工', 'caregiver'],
    ['做家政', 'domesticWorker'],
    ['小区保安', 'securityGuard'],
    ['房产中介', 'estateAgent'],
    ['商场导购', 'salesPromoter'],
    ['Food delivery', 'deliveryRider'],
    ['Ride-hailing driver', 'rideHailingDriver'],
    // Of no line, or of two.
    ['自由撰稿人', null],
    ['司机', null],
    ['开货车送快递', null],
    ['', null],
  ] as const)('%j: %s', (work, line) => {
    expect(workLineOf(work)).toBe(line);
  });

  it('can be each of them', () => {
    const named = ['货车', '快递', '护工', '家政', '导购', '外卖', '房产', '保安', '网约车'];
    expect(named.map(workLineOf)).toEqual([...workLines]);
  });
});
