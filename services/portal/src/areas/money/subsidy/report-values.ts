import type { components } from '../../../api/schema.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { moneyOf } from './programme-form.js';

type Body = components['schemas']['ReportSubsidyBody'];
type Line = Body['lines'][number];

/** A report as it is typed. */
export interface ReportValues {
  readonly text?: string;
  readonly lines?: readonly (
    | {
        readonly title?: string;
        readonly amount?: string;
        readonly expenseCode?: Line['expenseCode'];
        readonly receipt?: UploadedFile;
      }
    | undefined
  )[];
}

const nameMax = 100;

/** The request. A line with an unreadable amount is sent with zero, which the platform refuses at its field. */
export function reportOf({ text = '', lines = [] }: ReportValues): Body {
  return {
    text: text.trim(),
    lines: lines.flatMap((line): Line[] => {
      if (line?.expenseCode === undefined) return [];
      const { title = '', expenseCode, receipt } = line;
      const amount = moneyOf(line.amount) ?? { amount: '0', currency: 'CNY' };
      const kept = receipt && {
        name: receipt.name.slice(-nameMax),
        fileKey: receipt.key,
        sha256: receipt.sha256,
      };
      return [{ title: title.trim(), amount, expenseCode, ...(kept ? { receipt: kept } : {}) }];
    }),
  };
}
