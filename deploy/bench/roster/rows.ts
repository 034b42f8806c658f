// Rosters of invented members, as an officer's spreadsheet holds them.
import { syntheticResidentNumber } from '@gongxiang/domain';
import { writeXlsx } from 'hucre/xlsx';

export type RosterRow = readonly [name: string, residentNumber: string, phone: string, joined: string];

const header = ['姓名', '身份证号', '手机号', '入会日期'];
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
const perDay = 1_000;

/**
 * As many rows as are asked for, each with a number and a phone that no other roster of the run has.
 * @param roster which one of the run, from 0
 */
export function rosterRows(count: number, roster: number): RosterRow[] {
  const area = String(420_100 + roster + 1);
  return Array.from({ length: count }, (_, place) => {
    const born = new Date(Date.UTC(1970, 0, 1 + Math.floor(place / perDay))).toISOString().slice(0, 10);
    const name = `${surnames[place % 20]}${given[Math.floor(place / 20) % 20]}${given[Math.floor(place / 400) % 20]}`;
    const number = syntheticResidentNumber({ area, birthDate: born, sequence: place % perDay });
    return [name, number, `13${roster % 10}${String(10_000_000 + place)}`, '2020-03-01'];
  });
}

export function csvOf(rows: readonly RosterRow[]): Buffer {
  return Buffer.from([header, ...rows].map((row) => row.join(',')).join('\n'));
}

export async function xlsxOf(rows: readonly RosterRow[]): Promise<Buffer> {
  const sheet = { name: '花名册', rows: [header, ...rows.map((row) => [...row])] };
  return Buffer.from(await writeXlsx({ sheets: [sheet] }));
}
