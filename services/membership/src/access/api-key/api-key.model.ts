import { dayMs } from '@gongxiang/domain';

/** A key is asked about every half minute while it is in use: its use is noted once in this time. */
export const useNotedEveryMs = 3_600_000;
/** After so many days without a use its person is advised to revoke a key. */
export const unusedDays = 90;

export interface ApiKeyUse {
  readonly lastUsedAt: Date | null;
  /** From when on its uses are noted. */
  readonly notedFrom: Date;
}

export function isUseDue({ lastUsedAt }: Pick<ApiKeyUse, 'lastUsedAt'>, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= useNotedEveryMs;
}

export function isUnused({ lastUsedAt, notedFrom }: ApiKeyUse, now: Date): boolean {
  return now.getTime() - (lastUsedAt ?? notedFrom).getTime() >= unusedDays * dayMs;
}
