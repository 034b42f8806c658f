import { threadTask } from '@gongxiang/messaging/threads';
import { type WriteOptions, writeXlsx } from 'hucre/xlsx';

/**
 * Writes a workbook. The library writes all of it in one go, during which a process can do nothing else: 200 ms for
 * 10,000 lines.
 * @returns the bytes of the .xlsx
 */
export function writeWorkbook(workbook: WriteOptions): Promise<Uint8Array> {
  return writeXlsx(workbook);
}

export const workbookWriting = threadTask(import.meta.url, writeWorkbook);
