/** What the platform takes as a receipt, as the browser names it. */
export const receiptTypes = ['application/pdf', 'image/png', 'image/jpeg'];

const bytesPerMegabyte = 1024 * 1024;
const bytesMax = 20 * bytesPerMegabyte;

export type ReceiptProblem = 'receiptType' | 'receiptSize' | 'receiptEmpty';

/** What is wrong with a file before it is sent; null where nothing is. What is really in it the platform finds out. */
export function receiptProblem({ type, size }: Pick<File, 'type' | 'size'>): ReceiptProblem | null {
  if (!receiptTypes.includes(type)) return 'receiptType';
  if (size === 0) return 'receiptEmpty';
  return size > bytesMax ? 'receiptSize' : null;
}

/** Megabytes, rounded up, so that a file just above the limit does not read as on it. */
export function megabytesOf(size: number): number {
  return Math.ceil((size / bytesPerMegabyte) * 10) / 10;
}
