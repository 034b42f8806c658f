import { dayMs } from '@gongxiang/domain';

/** A stored file is referenced within minutes: after this long it never will be. */
const agedMs = dayMs;

/** Whether it is so old that it is referenced by now, or never will be. */
export function isOld({ keptAt }: { readonly keptAt: Date }, now: Date): boolean {
  return now.getTime() - keptAt.getTime() > agedMs;
}
