import type { ListingReportStanding } from '@gongxiang/contracts/affairs/listings/listing-report';
import { type Actor, isSelf } from '@gongxiang/domain';

/** Whether somebody may report a listing that they find, or has done so; nobody reports what they have written. */
export function reportStandingOf(
  { writtenBy }: { readonly writtenBy: string },
  reader: Actor | null,
  { isFound, hasReported }: { readonly isFound: boolean; readonly hasReported: boolean },
): ListingReportStanding | null {
  if (hasReported) return 'sent';
  return reader !== null && isFound && !isSelf(reader, writtenBy) ? 'possible' : null;
}
