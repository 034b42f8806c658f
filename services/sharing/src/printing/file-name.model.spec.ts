import { describe, expect, it } from '@jest/globals';
import { fitFileName } from './file-name.model.js';

describe('the name of a file', () => {
  it.each([
    ['亲子工厂一日游 海报.pdf', '亲子工厂一日游 海报.pdf'],
    ['a/b\\c:d.pdf', 'a_b_c_d.pdf'],
    ['夜\u202Efdp.exe.pdf', '夜_fdp.exe.pdf'],
    [`${'很'.repeat(200)}.docx`, `${'很'.repeat(120)}.docx`],
    ['无名', '无名'],
  ])('%j is %j', (name, expected) => expect(fitFileName(name)).toBe(expected));
});
