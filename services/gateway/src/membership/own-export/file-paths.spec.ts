import { describe, expect, it } from '@jest/globals';
import { filePaths } from './file-paths.js';

const paper = { kind: 'matters' as const, name: '身份证.pdf', about: 'BS-26-0007' };

describe('where a file is found in the copy of my data', () => {
  it.each([
    ['by its matter and its name', paper, '我上传的文件/办件/BS-26-0007 - 身份证.pdf'],
    [
      'with an ending where it has none',
      { ...paper, name: '正面' },
      '我上传的文件/办件/BS-26-0007 - 正面.pdf',
    ],
    [
      'by what it belongs to alone',
      { kind: 'album' as const, name: null, about: '登山' },
      '我上传的文件/相册照片/登山.pdf',
    ],
    ['without any name', { ...paper, name: null, about: null }, '我上传的文件/办件/未命名.pdf'],
    [
      'within its folder',
      { ...paper, name: '../../etc/passwd', about: '..' },
      '我上传的文件/办件/_.._etc_passwd.pdf',
    ],
    [
      'under a name of a bearable length',
      { ...paper, name: '长'.repeat(300), about: null },
      `我上传的文件/办件/${'长'.repeat(60)}.pdf`,
    ],
  ])('%s', (_how, file, path) => {
    expect(filePaths('zh-CN')(file, 'application/pdf')).toBe(path);
  });

  it('in the words of the reader, each under a path of its own', () => {
    const paths = filePaths('en');
    const pathOf = (file: Parameters<typeof paths>[0]): string => paths(file, 'application/pdf');
    const one = { ...paper, name: 'Front.PDF', about: null };
    const place = pathOf(one).slice(0, -'Front.PDF'.length);
    expect(place).toMatch(/^files that I uploaded\//);
    expect([pathOf(one), pathOf({ ...one, name: 'front.pdf' })]).toEqual([
      `${place}Front (2).PDF`,
      `${place}front (3).pdf`,
    ]);
  });
});
