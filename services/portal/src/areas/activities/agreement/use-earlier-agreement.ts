import { useRead } from '../../../api/use-read.js';
import type { Activity } from '../activity/activity-form.js';
import { type Agreement, latestOf } from './use-agreements.js';

interface EarlierAgreement {
  readonly agreement: Agreement | undefined;
  readonly isLoading: boolean;
}

/**
 * What the hosts agreed when the same activity was held before: it has the same name or is an edition of the same brand.
 * @param isAsked whether there is anything to begin with
 */
export function useEarlierAgreement(activity: Activity, isAsked: boolean): EarlierAgreement {
  const { id, title, brand, organiser, startsAt } = activity;
  const organisedBy = `${organiser.kind}:${organiser.id}`;
  const held = useRead(
    'activity',
    '/activities',
    isAsked ? { organiser: organisedBy, to: startsAt, limit: 200 } : undefined,
  );
  const same = (held.data?.items ?? []).findLast(
    (one) =>
      one.id !== id &&
      one.agreementId !== null &&
      (one.title === title || (brand !== null && one.brand?.id === brand.id)),
  );
  const agreements = useRead(
    'agreement',
    '/activities/{activityId}/agreements',
    same === undefined ? undefined : { activityId: same.id, limit: 100 },
  );
  const versions = agreements.data?.items ?? [];
  return {
    agreement: versions.find(({ id: version }) => version === same?.agreementId) ?? latestOf(versions),
    isLoading: held.isLoading || agreements.isLoading,
  };
}
