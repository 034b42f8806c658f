import { texts as englishImport } from './texts/en/recordImport.js';
import { texts as englishRecord } from './texts/en/personRecord.js';
import { texts as chineseImport } from './texts/zh-CN/recordImport.js';
import { texts as chineseRecord } from './texts/zh-CN/personRecord.js';
import type { ImportWords } from './import-rows.model.js';

/** What columns and cells say, in whichever language the template was downloaded. */
export const importWords: ImportWords = {
  columns: [chineseImport, englishImport].map(({ recordImport }) => recordImport.column),
  kinds: [chineseRecord, englishRecord].map(({ personRecord }) => personRecord.kind),
  honourLevels: [chineseRecord, englishRecord].map(({ personRecord }) => personRecord.honourLevel),
  posts: [chineseRecord, englishRecord].map(({ personRecord }) => personRecord.post),
  payers: [chineseRecord, englishRecord].map(({ personRecord }) => personRecord.payer),
};
