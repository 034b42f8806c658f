import { threadTask } from '@gongxiang/messaging/threads';
import { type WriteOptions, writeXlsx } from 'hucre/xlsx';

/**
 * Writes a workbook in a worker thread, because the library blocks the process while it writes: 200 ms for 10,000
 * lines.
 * @returns the bytes of the .xlsx
 */
export function writeWorkbook(workbook: WriteOptions): Promise<Uint8Array> {
  return writeXlsx(workbook);
}

export const workbookWriting = threadTask(import.meta.url, writeWorkbook);
