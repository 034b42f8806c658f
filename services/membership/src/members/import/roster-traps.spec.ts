import { describe, expect, it } from '@jest/globals';
import { syntheticResidentNumber } from '@gongxiang/domain';
import { born, good, said, type TrapCells, wrongCheck } from './roster-traps.fixture.js';

describe('a trap of a roster', () => {
  it.each<[string, TrapCells, string[]]>([
    [
      'E114: a number as a number',
      { number: { number: 420106198503090000 } },
      ['RESIDENT_NUMBER_IS_NUMERIC residentNumber'],
    ],
    [
      'E114: a number in scientific notation',
      { number: '4.20106E+17' },
      ['RESIDENT_NUMBER_ROUNDED residentNumber'],
    ],
    [
      'E114: a number with its last digits lost',
      { number: '420106198503091000' },
      ['RESIDENT_NUMBER_ROUNDED residentNumber'],
    ],
    [
      'E109: a number whose check fails',
      { number: wrongCheck },
      [`RESIDENT_NUMBER_CHECK_CHARACTER residentNumber ${good.slice(17)}`],
    ],
    [
      'E109: eighteen times the same digit',
      { number: '111111111111111111' },
      ['RESIDENT_NUMBER_CHECK_CHARACTER residentNumber 0'],
    ],
    ['E112: fifteen digits', { number: '420106850309001' }, ['RESIDENT_NUMBER_FIFTEEN residentNumber']],
    ['17 digits', { number: good.slice(0, 17) }, ['RESIDENT_NUMBER_LENGTH residentNumber']],
    ['19 digits', { number: `${good}1` }, ['RESIDENT_NUMBER_LENGTH residentNumber']],
    [
      'a letter in the number',
      { number: `${good.slice(0, 10)}A${good.slice(11)}` },
      ['RESIDENT_NUMBER_ALPHABET residentNumber'],
    ],
    ['no number', { number: null }, ['RESIDENT_NUMBER_REQUIRED residentNumber']],
    ['a number as a formula', { number: { formula: 'A1', value: good } }, ['!FORMULA_VALUE residentNumber']],
    [
      'a number of a formula that counts',
      { number: { formula: '1+1', value: 2 } },
      ['RESIDENT_NUMBER_IS_NUMERIC residentNumber'],
    ],
    ['an error in the number', { number: { error: '#REF!' } }, ['CELL_ERROR residentNumber']],
    [
      'full-width digits',
      { number: good.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) },
      [],
    ],
    ['blanks and an apostrophe', { number: `'${good.slice(0, 6)} ${good.slice(6)}` }, []],
    ['="…" as text', { number: `="${good}"` }, []],
    [
      'an area that is none',
      { number: syntheticResidentNumber({ area: '990106', birthDate: '1985-03-09', sequence: 1 }) },
      ['!RESIDENT_NUMBER_AREA_UNKNOWN residentNumber'],
    ],
    ['a child of fourteen', { number: born('2012-03-09') }, ['!AGE_UNUSUAL residentNumber']],
    ['somebody of a hundred and twenty', { number: born('1906-03-09') }, ['!AGE_UNUSUAL residentNumber']],
    ['no name', { name: null }, ['NAME_REQUIRED name']],
    ['a broken name', { name: '王??' }, ['NAME_CHARACTERS name']],
    ['a replacement character', { name: '王\uFFFD' }, ['NAME_CHARACTERS name']],
    ['a private character', { name: '王\uE000' }, ['NAME_CHARACTERS name']],
    ['E115: a formula as a name', { name: '=1+1' }, ['NAME_CHARACTERS name']],
    ['digits as a name', { name: '张三2' }, ['!NAME_HAS_DIGITS name']],
    ['E113: a dot of a name', { name: '买买提•江' }, []],
    ['a rare character', { name: '𠮷䶮' }, []],
    ['a padded name', { name: '李　四' }, []],
    ['a landline', { phone: '027-86860000' }, ['PHONE_FORMAT phone']],
    ['a phone of ten digits', { phone: '1380000000' }, ['PHONE_FORMAT phone']],
    ['a phone of twelve digits', { phone: '138000000001' }, ['PHONE_FORMAT phone']],
    ['a phone of no network', { phone: '12800000001' }, ['PHONE_FORMAT phone']],
    ['a phone with a zero before it', { phone: '013800000011' }, ['PHONE_FORMAT phone']],
    ['a phone as a number', { phone: { number: 13800000001 } }, []],
    ['an error in the phone', { phone: { error: '#N/A' } }, ['CELL_ERROR phone']],
    ['a date as a day number', { from: { number: 44317 } }, ['DATE_FORMAT validFrom 2021-05-01']],
    ['a date as a date', { from: { number: 44317, isDate: true } }, []],
    ['a day that does not exist', { from: '2021-02-30' }, ['DATE_FORMAT validFrom']],
    ['a month without a day', { from: '2021年5月' }, ['DATE_FORMAT validFrom']],
    ['an American date', { from: '05/01/2021' }, ['DATE_FORMAT validFrom']],
    ['a day to come', { from: '2099-01-01' }, ['JOINED_AHEAD validFrom']],
    ['a day before birth', { from: '1980-01-01' }, ['JOINED_BEFORE_BIRTH validFrom']],
    ['a day of childhood', { from: '1990-01-01' }, ['!JOINED_YOUNG validFrom']],
    [
      'a formula without a result',
      { from: { formula: 'TODAY()', value: null } },
      ['FORMULA_WITHOUT_VALUE validFrom'],
    ],
    ['an unknown kind of employment', { kind: '正式' }, ['EMPLOYMENT_KIND_UNKNOWN employmentKind']],
    ['an unknown union', { union: '没有的工会' }, ['UNION_UNKNOWN union']],
    ['a union of two of that name', { union: '重名工会' }, ['UNION_AMBIGUOUS union']],
    ['the other sex', { sex: '女' }, ['!SEX_DIFFERS sex']],
    [
      'many at once, each named',
      { name: null, number: '1', phone: '1', from: 'x', kind: 'x' },
      [
        'NAME_REQUIRED name',
        'RESIDENT_NUMBER_LENGTH residentNumber',
        'PHONE_FORMAT phone',
        'DATE_FORMAT validFrom',
        'EMPLOYMENT_KIND_UNKNOWN employmentKind',
      ],
    ],
  ])('%s is named, or read as it is meant', (_name, cells, expected) => {
    expect(said(cells)).toEqual(expected);
  });
});
