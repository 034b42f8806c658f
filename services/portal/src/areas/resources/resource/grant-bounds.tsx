import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Grant } from './resource-filters.js';

/** The bounds of a right: deadline, purposes, days, hours, quota; nothing where it has none. */
export function GrantBounds({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation();
  const bounds = [...decisionOf(grant, t), ...scopeOf(grant, t), ...quotaOf(grant, t)];
  if (bounds.length === 0) return null;
  return <p className="hint">{bounds.join(t('grants.and'))}</p>;
}

function decisionOf({ approval, decideWithinHours, onSilence }: Grant, t: TFunction): string[] {
  if (approval === 'automatic') return [];
  const within = t('grants.decidedWithin', { count: decideWithinHours });
  return onSilence === 'approve' ? [within, t('grants.silenceApproves')] : [within];
}

function scopeOf({ businesses, times }: Grant, t: TFunction): string[] {
  const comma = t('grants.comma');
  const days = (times?.weekdays ?? []).map((day) => t(`grants.weekday.${day}`)).join(comma);
  const hours = times?.from && times.until ? `${times.from}–${times.until}` : '';
  const purposes = businesses.map((one) => t(`activity.business.${one}`)).join(comma);
  return [
    ...(purposes === '' ? [] : [t('grants.onlyFor', { purposes })]),
    ...(days === '' && hours === '' ? [] : [t('grants.onlyAt', { times: `${days} ${hours}`.trim() })]),
  ];
}

function quotaOf({ quota }: Grant, t: TFunction): string[] {
  const { hoursPerMonth: hours, loansPerMonth: loans, piecesPerMonth: pieces } = quota ?? {};
  return [
    ...(hours ? [t('grants.hoursTold', { count: hours })] : []),
    ...(loans ? [t('grants.loansTold', { count: loans })] : []),
    ...(pieces ? [t('grants.piecesTold', { count: pieces })] : []),
  ];
}
