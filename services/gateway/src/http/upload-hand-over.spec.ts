import { describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { referencedFiles } from './upload-hand-over.js';

const key = newId();

describe('the uploads that a body names', () => {
  it.each([
    ['what it is about', { fileKey: key }, [{ key, pointer: '/fileKey', isRead: true }]],
    [
      'a video and a picture out of it',
      { fileKey: key, posterKey: key },
      [
        { key, pointer: '/fileKey', isRead: true },
        { key, pointer: '/posterKey', isRead: true },
      ],
    ],
    ['a receipt', { receipt: { fileKey: key } }, [{ key, pointer: '/receipt/fileKey', isRead: false }]],
    ['one of several', { files: [{ fileKey: key }] }, [{ key, pointer: '/files/0/fileKey', isRead: false }]],
    [
      'the receipt of a line',
      { lines: [{}, { receipt: { fileKey: key } }] },
      [{ key, pointer: '/lines/1/receipt/fileKey', isRead: false }],
    ],
    ['none', { fileKey: 'receipts/1', title: 'a' }, []],
    ['none, as there is no body', undefined, []],
    ['none that lies deeper than any request goes', { a: { b: { c: { d: { e: { fileKey: key } } } } } }, []],
  ])('are found: %s', (_what, body, expected) => {
    expect(referencedFiles(body)).toEqual(expected);
  });

  it('are a hundred at most, however many there are', () => {
    const files = Array.from({ length: 1_000 }, () => ({ fileKey: newId() }));
    expect(referencedFiles({ files })).toHaveLength(100);
  });
});
