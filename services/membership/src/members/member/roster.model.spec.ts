import { describe, expect, it } from '@jest/globals';
import { syntheticResidentNumber } from '@gongxiang/domain';
import { decide, type PersonOnRecord, type RosterClaim } from './roster-decision.model.js';
import { isProblem, readRosterEntry } from './roster-entry.model.js';

const now = new Date('2026-11-20T09:00:00+08:00');
const number = '11010519491231002X';
const plain = { name: '张三', residentNumber: number, phone: '', validFrom: '', employmentKind: '', sex: '' };

describe('an entry of a roster', () => {
  it.each([
    ['a name is missing', { name: '  ' }, 'NAME_REQUIRED', 'name'],
    ['a number is missing', { residentNumber: '' }, 'RESIDENT_NUMBER_REQUIRED', 'residentNumber'],
    [
      'E114: a spreadsheet wrote the number as a float',
      { residentNumber: '1.10105E+17' },
      'RESIDENT_NUMBER_ROUNDED',
      'residentNumber',
    ],
    [
      'E114: a spreadsheet rounded the number',
      { residentNumber: '110105194912310000' },
      'RESIDENT_NUMBER_ROUNDED',
      'residentNumber',
    ],
    [
      'E112: the number has 15 digits',
      { residentNumber: '110105491231002' },
      'RESIDENT_NUMBER_FIFTEEN',
      'residentNumber',
    ],
    [
      'E109: the number is a regular expression only',
      { residentNumber: '111111111111111111' },
      'RESIDENT_NUMBER_CHECK_CHARACTER',
      'residentNumber',
    ],
    ['the number is too short', { residentNumber: '1101' }, 'RESIDENT_NUMBER_LENGTH', 'residentNumber'],
    ['the phone is none', { phone: '12' }, 'PHONE_FORMAT', 'phone'],
    ['the phone lacks a digit', { phone: '1380000111' }, 'PHONE_FORMAT', 'phone'],
    ['the phone has one too many', { phone: '138000011112' }, 'PHONE_FORMAT', 'phone'],
    ['the phone begins as no mobile does', { phone: '12800001111' }, 'PHONE_FORMAT', 'phone'],
    ['the phone is a line in an office', { phone: '027-87654321' }, 'PHONE_FORMAT', 'phone'],
    ['a character of the name was lost', { name: '王??' }, 'NAME_CHARACTERS', 'name'],
    ['a character of the name is broken', { name: '王\ufffd' }, 'NAME_CHARACTERS', 'name'],
    ['a character of the name is in private use', { name: '王\ue863' }, 'NAME_CHARACTERS', 'name'],
    ['the name is a formula', { name: '=1+1' }, 'NAME_CHARACTERS', 'name'],
    ['the day of joining is still to come', { validFrom: '2099-01-01' }, 'JOINED_AHEAD', 'validFrom'],
    ['the day of joining is tomorrow', { validFrom: '2026-11-21' }, 'JOINED_AHEAD', 'validFrom'],
    ['the member joined unborn', { validFrom: '1900-01-01' }, 'JOINED_BEFORE_BIRTH', 'validFrom'],
    ['the day does not exist', { validFrom: '2021-02-29' }, 'DATE_FORMAT', 'validFrom'],
    ['E114: the day is a serial number', { validFrom: '44197' }, 'DATE_FORMAT', 'validFrom'],
    [
      'the kind of employment is no word',
      { employmentKind: '临时' },
      'EMPLOYMENT_KIND_UNKNOWN',
      'employmentKind',
    ],
  ])('is refused where %s', (_name, part, code, field) => {
    expect(readRosterEntry({ ...plain, ...part }, now)).toEqual({ code, field });
  });

  it.each([
    ['E111: with a lower-case x', { residentNumber: '11010519491231002x' }, { residentNumber: number }],
    [
      'with full-width digits and spaces',
      { residentNumber: ' １１０１０５ 19491231 002X ' },
      { residentNumber: number },
    ],
    ['E113: with another middle dot', { name: '阿依古丽•买买提' }, { name: '阿依古丽·买买提' }],
    ['E113: with a character outside the basic plane', { name: '𠮷野' }, { name: '𠮷野' }],
    ['with a country code', { phone: '+86 138-0000-1234' }, { phone: '13800001234' }],
    ['with the code of Hong Kong', { phone: '00852 9123 4567' }, { phone: '+85291234567' }],
    ['with full-width digits of a phone', { phone: '１３８００００１２３４' }, { phone: '13800001234' }],
    ['with a nought in the name', { name: '王〇' }, { name: '王〇', warnings: [] }],
    ['with a name in Latin letters', { name: "Zoë O'Neil-Wu Jr." }, { warnings: [] }],
    ['with a name whose letters join', { name: 'ئا\u200cبدۇ' }, { warnings: [] }],
    ['on the day of joining', { validFrom: '2026-11-20' }, { validFrom: '2026-11-20' }],
    ['with a day in Chinese', { validFrom: '2020年1月5日' }, { validFrom: '2020-01-05' }],
    ['with a day in slashes', { validFrom: '2020/1/5' }, { validFrom: '2020-01-05' }],
    ['with a day in digits', { validFrom: '20200105' }, { validFrom: '2020-01-05' }],
    ['with no word of employment', {}, { employmentKind: null }],
    ['with a rider', { employmentKind: ' 外卖骑手 ' }, { employmentKind: 'newForm' }],
    ['with an agency', { employmentKind: '劳务派遣' }, { employmentKind: 'dispatched' }],
    ['with the word of the platform', { employmentKind: 'partTime' }, { employmentKind: 'partTime' }],
  ])('is read %s', (_name, part, expected) => {
    expect(readRosterEntry({ ...plain, ...part }, now)).toMatchObject(expected);
  });

  const numberOf = (birthDate: string, sequence = 1, area = '420106'): string =>
    syntheticResidentNumber({ area, birthDate, sequence });
  const roundedBirth = Array.from({ length: 28 }, (_, day) => `1990-02-${String(day + 1).padStart(2, '0')}`);

  it.each<[string, object, string | null, string | null]>([
    ['a name with digits', { name: '王2' }, 'NAME_HAS_DIGITS', 'name'],
    [
      'an area that was never given out',
      { residentNumber: numberOf('1990-01-01', 1, '999999') },
      'RESIDENT_NUMBER_AREA_UNKNOWN',
      'residentNumber',
    ],
    [
      'a number that a spreadsheet may have rounded, and happens to be right',
      { residentNumber: roundedBirth.map((day) => numberOf(day, 100)).find((one) => one.endsWith('000')) },
      'RESIDENT_NUMBER_MAYBE_ROUNDED',
      'residentNumber',
    ],
    ['somebody of 15', { residentNumber: numberOf('2010-11-21') }, 'AGE_UNUSUAL', 'residentNumber'],
    ['somebody who is 16 today', { residentNumber: numberOf('2010-11-20') }, null, null],
    ['somebody of 120', { residentNumber: numberOf('1906-01-01') }, 'AGE_UNUSUAL', 'residentNumber'],
    ['a woman by the number, a man by the column', { sex: '男' }, 'SEX_DIFFERS', 'sex'],
    ['a woman by both', { sex: '女性' }, null, null],
    ['a word that is no sex', { sex: '未填' }, null, null],
    ['who joined as a child', { validFrom: '1960-05-01' }, 'JOINED_YOUNG', 'validFrom'],
    ['who joined when grown', { validFrom: '1970-05-01' }, null, null],
  ])('is loaded and reported where it has %s', (_name, part, code, field) => {
    const read = readRosterEntry({ ...plain, ...part }, now);
    expect(read).toMatchObject({ warnings: code === null ? [] : [{ code, field }] });
  });

  it.each(['810000', '820000', '830000'])('E110: takes a residence permit of area %s', (area) => {
    const residentNumber = syntheticResidentNumber({ area, birthDate: '1990-01-01', sequence: 1 });
    expect(isProblem(readRosterEntry({ ...plain, residentNumber }, now))).toBe(false);
  });
});

const wanted: RosterClaim = {
  nameHash: 'n',
  phoneHash: 'p',
  validFrom: null,
  employmentKind: null,
  unionId: 'u',
  anywhereBelow: null,
};
const place = { unionId: 'u', unionPath: '1.4.' };
const open = {
  ...place,
  state: 'imported',
  validFrom: '2020-01-05',
  employmentKind: 'regular',
} as const;
const known: PersonOnRecord = { nameHash: 'n', phoneHash: 'p', isActivated: false, hasOffice: false, open };

describe('what an entry changes', () => {
  it.each<[string, Partial<RosterClaim>, PersonOnRecord | null, object]>([
    ['a new person is created', {}, null, { state: 'created' }],
    ['E96: the same again changes nothing', {}, known, { state: 'unchanged', code: null }],
    [
      'E95: another name is for people to sort out',
      { nameHash: 'm' },
      known,
      { code: 'MEMBER_NAME_DIFFERS' },
    ],
    [
      'E104: who belongs elsewhere is not taken over',
      { unionId: 'v' },
      known,
      { code: 'MEMBER_ELSEWHERE_OR_DIFFERS', field: 'residentNumber' },
    ],
    [
      'E124: who belongs elsewhere by another name is refused in the same words',
      { unionId: 'v', nameHash: 'm' },
      known,
      { code: 'MEMBER_ELSEWHERE_OR_DIFFERS', field: 'residentNumber' },
    ],
    [
      'E124: who belongs nowhere and signs in by another name, is too',
      { nameHash: 'm' },
      { ...known, isActivated: true, open: null },
      { code: 'MEMBER_ELSEWHERE_OR_DIFFERS', field: 'residentNumber' },
    ],
    [
      'no union named: any below will do',
      { unionId: 'r', anywhereBelow: '1.' },
      known,
      { state: 'unchanged' },
    ],
    [
      'no union named: but below',
      { unionId: 'r', anywhereBelow: '1.5.' },
      known,
      { code: 'MEMBER_ELSEWHERE_OR_DIFFERS' },
    ],
    [
      'a name that nobody has shown to be theirs gives way once nobody answers for it',
      { nameHash: 'm' },
      { ...known, open: null },
      { state: 'created' },
    ],
    ['who has left comes back', {}, { ...known, open: null }, { state: 'created' }],
    [
      'a new phone is taken',
      { phoneHash: 'q' },
      known,
      { state: 'updated', setPhone: true, setValidFrom: false },
    ],
    [
      'a phone that signs in is kept',
      { phoneHash: 'q' },
      { ...known, isActivated: true },
      { code: 'PHONE_KEPT' },
    ],
    ['no phone takes none away', { phoneHash: null }, known, { state: 'unchanged' }],
    ['a new start is taken', { validFrom: '2021-01-01' }, known, { state: 'updated', setValidFrom: true }],
    [
      'another kind of employment is taken, also of an active member',
      { employmentKind: 'retired' },
      { ...known, open: { ...open, state: 'active' } },
      { state: 'updated', setValidFrom: false, setEmploymentKind: true },
    ],
    ['the same kind changes nothing', { employmentKind: 'regular' }, known, { state: 'unchanged' }],
    ['no kind takes none away', { employmentKind: null }, known, { state: 'unchanged' }],
    [
      'but not of an active member',
      { validFrom: '2021-01-01' },
      { ...known, open: { ...open, state: 'active' } },
      { state: 'unchanged' },
    ],
  ])('%s', (_name, part, person, expected) => {
    expect(decide({ ...wanted, ...part }, person)).toMatchObject(expected);
  });
});
