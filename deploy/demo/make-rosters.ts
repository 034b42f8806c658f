import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { syntheticResidentNumber } from '@gongxiang/domain';
import { unions } from './tools/network.js';

/**
 * Writes the rosters of the demo network: 2,000 invented members, and twelve rows that are wrong in the ways that real
 * rosters are. Run again it writes the same files.
 */
const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧建文玲红玉兰梅云龙海波宁琳欣宇晨雪佳浩然思远嘉怡子涵',
];
const ethnicNames = ['阿依古丽·买买提', '迪丽努尔·艾力', '买买提江·吐尔逊', '李䶮'];

/** A small generator with a fixed seed (mulberry32), so that the rosters never change. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(20_261_120);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const two = (value: number): string => String(value).padStart(2, '0');

let sequence = 0;

function member(): string[] {
  sequence += 1;
  const birthDate = `${1966 + Math.floor(next() * 40)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`;
  const name =
    sequence % 500 === 0
      ? (ethnicNames[sequence / 500 - 1] ?? '')
      : pick(surnames) + pick(given) + (next() < 0.6 ? pick(given) : '');
  const number = syntheticResidentNumber({ area: '420106', birthDate, sequence: sequence % 1000 });
  const joined = `${2015 + Math.floor(next() * 11)}-${two(1 + Math.floor(next() * 12))}-01`;
  return [name, number, `139${String(10_000_000 + sequence)}`, joined];
}

/** Twelve rows that must be reported and not loaded, each with what is wrong. */
const badRows: readonly (readonly [union: string, row: readonly string[]])[] = [
  ['zhonggong', ['钱证错', '420106199003070011', '13900000001', '2020-01-01']], // last character does not fit
  ['zhonggong', ['孙旧号', '420106900307001', '13900000002', '2020-01-01']], // 15 digits: the 18 are asked for
  ['zhonggong', ['李科学', '4.20106E+17', '13900000003', '2020-01-01']], // what Excel makes of a number
  [
    'zhonggong',
    [
      '',
      syntheticResidentNumber({ area: '420106', birthDate: '1990-01-02', sequence: 901 }),
      '13900000004',
      '2020-01-01',
    ],
  ], // no name
  ['guangdian', ['周日期', '42010619900230001X', '13900000005', '2020-01-01']], // 30 February
  [
    'guangdian',
    [
      '吴未来',
      syntheticResidentNumber({ area: '420106', birthDate: '2090-01-01', sequence: 902 }),
      '13900000006',
      '2020-01-01',
    ],
  ],
  [
    'guangdian',
    [
      '郑电话',
      syntheticResidentNumber({ area: '420106', birthDate: '1991-01-01', sequence: 903 }),
      '12345',
      '2020-01-01',
    ],
  ],
  [
    'jingji',
    [
      '王入会',
      syntheticResidentNumber({ area: '420106', birthDate: '1992-01-01', sequence: 904 }),
      '13900000008',
      '2020-13-01',
    ],
  ],
  ['jingji', ['冯字母', '42010619920101O01X', '13900000009', '2020-01-01']], // a letter O
  ['lvyuan', ['陈短', '4201061993', '13900000010', '2020-01-01']],
  ['lvyuan', ['褚空', '', '13900000011', '2020-01-01']],
  ['lianhe', ['卫错位', '13900000012', '420106199401010012', '2020-01-01']], // two columns swapped
];

const headings = ['姓名', '证件号码', '手机号', '入会日期'];

for (const union of unions) {
  if (union.members === undefined) continue;
  const rows = Array.from({ length: union.members }, member);
  for (const [key, row] of badRows)
    if (key === union.key) rows.splice(Math.floor(next() * rows.length), 0, [...row]);
  const text = [headings, ...rows].map((row) => row.join(',')).join('\r\n');
  // With a byte-order mark, as Excel writes it.
  writeFileSync(
    fileURLToPath(new URL(`../../demo/data/${union.key}.csv`, import.meta.url)),
    `\uFEFF${text}\r\n`,
  );
}
