import { describe, expect, it } from '@jest/globals';
import type { RosterEntry } from '../member/roster-entry.model.js';
import { born, good, numberWith, passing, readTrap, said, type TrapCells } from './roster-traps.fixture.js';

const withX = numberWith((number) => number.endsWith('X'));
const withZeros = numberWith((number) => number.endsWith('000'));
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe('a trap of a roster by how it is written', () => {
  it.each<[string, TrapCells, Partial<RosterEntry>]>([
    ['a small x', { number: withX.toLowerCase() }, { residentNumber: withX }],
    ['a full-width X', { number: wide(withX) }, { residentNumber: withX }],
    ['no-break spaces', { number: good.replace(/^.{6}/, '$&\u00a0') }, { residentNumber: good }],
    ['a zero-width space', { number: `\u200b${good}` }, { residentNumber: good }],
    ['a byte order mark within', { number: `${good}\ufeff` }, { residentNumber: good }],
    ['a tab before it', { number: `\t${good}` }, { residentNumber: good }],
    ['a line break within', { number: good.replace(/^.{6}/, '$&\n') }, { residentNumber: good }],
    [
      'a permit for people of Hong Kong',
      { number: passing('81000019850309001') },
      { residentNumber: passing('81000019850309001') },
    ],
    [
      'a permit for people of Taiwan',
      { number: passing('83000019850309001') },
      { residentNumber: passing('83000019850309001') },
    ],
    [
      'a birth on a day of summer time',
      { number: born('1986-05-04') },
      { residentNumber: born('1986-05-04') },
    ],
    ['a birth on a leap day', { number: born('2000-02-29') }, { residentNumber: born('2000-02-29') }],
    ['a Japanese dot', { name: '买买提・江' }, { name: '买买提·江' }],
    ['a full-width point', { name: '买买提．江' }, { name: '买买提·江' }],
    ['a hyphenation point', { name: '买买提‧江' }, { name: '买买提·江' }],
    ['two blanks of a Latin name', { name: 'Anna  Maria' }, { name: 'Anna Maria' }],
    ['a character of an extension', { name: '㛃䶮' }, { name: '㛃䶮' }],
    ['a zero that is a character', { name: '李〇' }, { name: '李〇' }],
    ['a full-width phone', { phone: wide('13800000001') }, { phone: '13800000001' }],
    ['a phone with +86', { phone: '+86 138-0000-0001' }, { phone: '13800000001' }],
    ['a phone with 0086', { phone: '008613800000001' }, { phone: '13800000001' }],
    ['a phone of Hong Kong', { phone: '+852 91234567' }, { phone: '+85291234567' }],
    ['a date with points', { from: '2020.1.5' }, { validFrom: '2020-01-05' }],
    ['a date with strokes', { from: '2020/1/5' }, { validFrom: '2020-01-05' }],
    ['a date in words', { from: '2020年1月5日' }, { validFrom: '2020-01-05' }],
    ['a date of eight digits', { from: '20200105' }, { validFrom: '2020-01-05' }],
    ['a date with midnight', { from: '2020-01-05 00:00:00' }, { validFrom: '2020-01-05' }],
    ['a date with midnight of a database', { from: '2020-01-05 00:00:00.0' }, { validFrom: '2020-01-05' }],
    ['a full-width date', { from: wide('2020-01-05') }, { validFrom: '2020-01-05' }],
    [
      'a day of summer time',
      { number: born('1960-03-09'), from: { number: 31_536, isDate: true } },
      { validFrom: '1986-05-04' },
    ],
    ['today', { from: '2026-11-20' }, { validFrom: '2026-11-20' }],
    ['a kind in other words', { kind: ' 派遣 工' }, { employmentKind: 'dispatched' }],
    ['a kind in English', { kind: 'Part-Time' }, { employmentKind: 'partTime' }],
  ])('%s is read as it is meant', (_name, cells, expected) => {
    const read = readTrap(cells);
    expect(read).toMatchObject({ entry: { ...expected, warnings: [] } });
  });

  it.each<[string, TrapCells, string[]]>([
    ['a × for the X', { number: withX.replace('X', '×') }, ['RESIDENT_NUMBER_ALPHABET residentNumber']],
    ['a Cyrillic Х', { number: withX.replace('X', 'Х') }, ['RESIDENT_NUMBER_ALPHABET residentNumber']],
    ['an O for a zero', { number: good.replace('0', 'O') }, ['RESIDENT_NUMBER_ALPHABET residentNumber']],
    [
      'a masked number',
      { number: good.replace(/^(.{6}).{8}/, '$1********') },
      ['RESIDENT_NUMBER_ALPHABET residentNumber'],
    ],
    [
      'a small e of a scientific number',
      { number: '4.20106e+17' },
      ['RESIDENT_NUMBER_ROUNDED residentNumber'],
    ],
    ['a scientific number without +', { number: '4.2E17' }, ['RESIDENT_NUMBER_ROUNDED residentNumber']],
    [
      'three zeros whose check fits by chance',
      { number: withZeros },
      ['!RESIDENT_NUMBER_MAYBE_ROUNDED residentNumber'],
    ],
    [
      'a birth on 30 February',
      { number: passing('42010619850230001') },
      ['RESIDENT_NUMBER_DATE residentNumber'],
    ],
    [
      'a birth in a 13th month',
      { number: passing('42010619851309001') },
      ['RESIDENT_NUMBER_DATE residentNumber'],
    ],
    ['a birth to come', { number: born('2030-03-09') }, ['RESIDENT_NUMBER_DATE residentNumber']],
    ['a birth tomorrow', { number: born('2026-11-21') }, ['RESIDENT_NUMBER_DATE residentNumber']],
    [
      'fifteen digits as a number',
      { number: { number: 420106850309001 } },
      ['RESIDENT_NUMBER_IS_NUMERIC residentNumber'],
    ],
    ['two numbers in a cell', { number: `${good}、${good}` }, ['RESIDENT_NUMBER_LENGTH residentNumber']],
    [
      'a number between dashes',
      { number: good.replace(/^.{6}/, '$&-') },
      ['RESIDENT_NUMBER_LENGTH residentNumber'],
    ],
    ['a passport', { number: 'E12345678' }, ['RESIDENT_NUMBER_LENGTH residentNumber']],
    ['a word for none', { number: '无' }, ['RESIDENT_NUMBER_LENGTH residentNumber']],
    [
      'a date in the column of the number',
      { number: { number: 44317, isDate: true } },
      ['RESIDENT_NUMBER_LENGTH residentNumber'],
    ],
    ['blanks for a number', { number: '　 ' }, ['RESIDENT_NUMBER_REQUIRED residentNumber']],
    ['a dash for a name', { name: '-' }, ['NAME_CHARACTERS name']],
    ['a dot for a name', { name: '·' }, ['NAME_CHARACTERS name']],
    ['a name with a remark', { name: '张三（班长）' }, ['NAME_CHARACTERS name']],
    ['two names', { name: '张三/李四' }, ['NAME_CHARACTERS name']],
    ['a masked name', { name: '张*' }, ['NAME_CHARACTERS name']],
    ['a picture in a name', { name: '张三😀' }, ['NAME_CHARACTERS name']],
    ['a name of a hundred and one', { name: '张'.repeat(101) }, ['TEXT_LENGTH name']],
    ['a number for a name', { name: { number: 12 } }, ['!NAME_HAS_DIGITS name']],
    ['an error for a name', { name: { error: '#NAME?' } }, ['CELL_ERROR name']],
    ['two phones', { phone: '13800000001/13800000002' }, ['PHONE_FORMAT phone']],
    ['a rounded phone', { phone: '1.38E+10' }, ['PHONE_FORMAT phone']],
    ['a phone of a hotline', { phone: '400-820-8820' }, ['PHONE_FORMAT phone']],
    ['a phone with an extension', { phone: '027-86860000-801' }, ['PHONE_FORMAT phone']],
    ['a word for no phone', { phone: '无' }, ['PHONE_FORMAT phone']],
    ['a day of 1900', { from: '1900-01-01' }, ['JOINED_BEFORE_BIRTH validFrom']],
    ['tomorrow', { from: '2026-11-21' }, ['JOINED_AHEAD validFrom']],
    ['a date with another time', { from: '2020-01-05 08:30:00' }, ['DATE_FORMAT validFrom']],
    ['a year of two digits', { from: '20-1-5' }, ['DATE_FORMAT validFrom']],
    ['a 13th month', { from: '2021-13-01' }, ['DATE_FORMAT validFrom']],
    ['a 29 February of no leap year', { from: '2019-02-29' }, ['DATE_FORMAT validFrom']],
    ['a year of the Republic', { from: '民国109年1月5日' }, ['DATE_FORMAT validFrom']],
    ['an error for a union', { union: { error: '#REF!' } }, ['CELL_ERROR union']],
    ['a kind that may be two', { kind: '临时工' }, ['EMPLOYMENT_KIND_UNKNOWN employmentKind']],
    ['the other sex in English', { sex: 'Female' }, ['!SEX_DIFFERS sex']],
  ])('%s is named', (_name, cells, expected) => {
    expect(said(cells)).toEqual(expected);
  });
});
