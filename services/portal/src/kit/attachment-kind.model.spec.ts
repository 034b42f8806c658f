import { expect, it } from '@jest/globals';
import { attachmentKind } from './attachment-kind.model.js';

it.each([
  ['方案.pdf', true],
  ['方案.PDF', true],
  ['名单.csv', true],
  ['方案.doc', false],
  ['表.xlsm', false],
  ['图.png', false],
  ['全部.zip', false],
  ['pdf', false],
])('%s looks like an attachment: %p', (name, expected) => {
  expect(attachmentKind.isLike({ name, type: '' })).toBe(expected);
});
