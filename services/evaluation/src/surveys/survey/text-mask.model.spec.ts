import { describe, expect, it } from '@jest/globals';
import { finite } from '@gongxiang/testing';
import { maskText, shuffled } from './text-mask.model.js';

describe('a text as it is published', () => {
  it.each([
    ['请打 13986127354 找我', '请打 ［号码］ 找我'],
    ['电话139-8612-7354', '电话［号码］'],
    ['电话027-87654321，谢谢', '电话［号码］，谢谢'],
    ['身份证42010619880301123X', '身份证［号码］'],
    ['身份证４２０１０６ １９８８０３０１ １２３Ｘ', '身份证［号码］'],
    ['电话１３９．８６１２．７３５４', '电话［号码］'],
    ['工号A10086的同事', '工号［号码］的同事'],
    ['一三九八六一二七三五四', '［号码］'],
    ['微信号：wang_2026 加我', '［号码］ 加我'],
    ['停着鄂A12345和粤BD12345', '停着［车牌］和［车牌］'],
    ['写信到 li.hua@example.com', '写信到 ［网址］'],
    ['见 https://example.com/a?b=1。', '见 ［网址］。'],
    ['王建国当场训斥了我们', '［姓名］当场训斥了我们'],
    ['主管王强当场训斥了我们', '主管［姓名］当场训斥了我们'],
    ['感谢李娜的照顾', '感谢［姓名］的照顾'],
    ['欧阳海燕主任很负责', '［姓名］主任很负责'],
    ['张师傅讲得好，李老师也好', '［姓名］师傅讲得好，［姓名］老师也好'],
    ['高老师和马队长', '［姓名］老师和［姓名］队长'],
    ['王总没有来', '［姓名］总没有来'],
    ['找老王和小李领的票', '找［姓名］和［姓名］领的票'],
    ['我叫任盈盈', '我叫［姓名］'],
    ['我叫任盈在一车间', '我叫［姓名］在一车间'],
    ['是刘洋。', '是［姓名］。'],
    ['Please thank Mr. Li Hua.', 'Please thank ［姓名］.'],
  ])('hides who is named: %s', (text, expected) => {
    expect(maskText(text)).toBe(expected);
  });

  it.each([
    '高级工程师讲得好，金牌教练也好',
    '环境很安静，高兴极了，方便孩子',
    '希望多办，周末更好，领导高度重视',
    '下午 3 点到 5 点，来了 1200 人，花了 30 元',
    '任何时候都可以，马上就好',
    '白天太热，夏天不要在江边',
    '小孩、小时、小组、老人都照顾到了',
    '讲解员声音小，后排听不清',
    'More seats for families, please.',
  ])('leaves what names nobody: %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  // Ten times as long as an answer may be: a part of a second, and hours where each were tried with each two others.
  it.each(['王', '王强', '老', '1 ', 'a.', '京A1'])('is read to its end where it is all %j', (text) => {
    finite(() => maskText(text.repeat(20_000 / text.length)));
  });
});

describe('the order of texts', () => {
  it('comes from chance alone, and loses nothing', () => {
    // Always the first: each in turn goes to the end.
    expect(shuffled(['a', 'b', 'c', 'd'], () => 0)).toEqual(['b', 'c', 'd', 'a']);
    expect(shuffled(['a', 'b', 'c'], (limit) => limit - 1)).toEqual(['a', 'b', 'c']);
  });
});
