import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { requireBytes, savedName, titleOf } from './document-rules.js';

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('the name under which it is saved', () => {
  it.each([
    ['活动方案.pdf', 'pdf', '活动方案.pdf'],
    ['活动方案.exe', 'pdf', '活动方案.pdf'], // by its content, not by its name
    ['表.xls', 'xlsx', '表.xlsx'],
    ['../../etc/passwd', 'txt', '_.txt'], // the extension is what follows the last full stop
    ['a/b\\c:d.csv', 'csv', 'a_b_c_d.csv'],
    ['夜\u202Efdp.exe', 'docx', '夜_fdp.docx'],
    ['.pdf', 'pdf', '附件.pdf'],
    [' . ', 'pdf', '附件.pdf'],
    [`${'很'.repeat(200)}.pptx`, 'pptx', `${'很'.repeat(80)}.pptx`],
  ] as const)('of %j as %s is %j', (given, kind, expected) => {
    expect(savedName(given, kind)).toBe(expected);
  });

  it.each([
    ['活动方案', '活动方案'],
    ['  ', '表'],
    [null, '表'],
    [undefined, '表'],
  ])('its title for %j is %j', (given, expected) => {
    expect(titleOf(given, '表.xlsx')).toBe(expected);
  });
});

it.each([
  [10_485_760, null], // 10 × 1024 × 1024 exactly
  [10_485_761, 'ATTACHMENT_TOO_LARGE'],
])('%i bytes: %p', (bytes, code) => {
  expect(codeOf(() => requireBytes(bytes))).toBe(code);
});
