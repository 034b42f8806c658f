import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Activity, changedMeanwhile } from '../activity/activity-form.js';

type Field = ReturnType<typeof changedMeanwhile>[number];

/** What a field of an activity says now, in words. */
export function useFieldTexts(activity: Activity): (field: Field) => string {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const texts: Readonly<Record<Field, string | null>> = {
    title: activity.title,
    description: activity.description,
    kind: t(`activity.kind.${activity.kind}`),
    function: t(`activity.function.${activity.function}`),
    business: t(`activity.business.${activity.business}`),
    venue: activity.venue,
    resourceId: activity.resourceId && t('activityForm.otherResource'),
    loanId: activity.loanId && t('activityForm.otherLoan'),
    startsAt: format.instant(activity.startsAt),
    endsAt: format.instant(activity.endsAt),
    signUpOpensAt: format.instant(activity.signUpOpensAt),
    signUpClosesAt: format.instant(activity.signUpClosesAt),
    timeZone: activity.timeZone,
    companionsMax: format.number(activity.companionsMax),
    waitlistFairShareDays:
      activity.waitlistFairShareDays === null ? null : format.number(activity.waitlistFairShareDays),
  };
  return (field) => texts[field] ?? t('common.none');
}
