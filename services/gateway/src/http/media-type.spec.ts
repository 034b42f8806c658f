import { describe, expect, it } from '@jest/globals';
import { negotiateType, attachmentOf } from './media-type.js';

const json = 'application/json';
const pdf = 'application/pdf';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('the media type that is answered', () => {
  it.each([
    ['no header', undefined, json],
    ['nothing', '', json],
    ['anything', '*/*', json],
    ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', json],
    ['PDF', pdf, pdf],
    ['a workbook, in capitals', xlsx.toUpperCase(), xlsx],
    ['PDF rather than JSON', `${json};q=0.5, ${pdf}`, pdf],
    ['two alike, the first', `${xlsx}, ${pdf}`, xlsx],
    ['anything but PDF', `${pdf};q=0, */*;q=0.1`, json],
    ['a family', 'application/*', json],
    ['none that there is', 'image/png', json],
    ['a quality that is no number', `${pdf};q=high, ${xlsx};q=0.1`, xlsx],
  ])('for %s', (_what, accept, expected) => {
    expect(negotiateType(accept, [json, xlsx, pdf])).toBe(expected);
  });
});

describe('the name of a file to be saved', () => {
  it.each([
    ['plain', 'a b.pdf', `attachment; filename="a b.pdf"; filename*=UTF-8''a%20b.pdf`],
    [
      'Chinese',
      '对账单.pdf',
      `attachment; filename="_.pdf"; filename*=UTF-8''%E5%AF%B9%E8%B4%A6%E5%8D%95.pdf`,
    ],
    ['beyond the BMP', '𠮷.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%F0%A0%AE%B7.pdf`],
    ['quotes', `a"'(1)*.pdf`, `attachment; filename="a_'(1)*.pdf"; filename*=UTF-8''a%22%27%281%29%2A.pdf`],
    [
      'a header in it',
      'a\r\nX: 1.pdf',
      `attachment; filename="a_X: 1.pdf"; filename*=UTF-8''a%0D%0AX%3A%201.pdf`,
    ],
    ['half a character', '\ud842.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%EF%BF%BD.pdf`],
  ])('with %s', (_what, fileName, expected) => {
    expect(attachmentOf(fileName)).toBe(expected);
  });
});
