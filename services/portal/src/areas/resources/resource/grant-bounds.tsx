import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Grant } from './resource-filters.js';

/** What a right is bounded to: its deadline, purposes, days, hours, a quota; nothing where it is not. */
export function GrantBounds({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation();
  const told = [...decisionTold(grant, t), ...scopeTold(grant, t), ...quotaTold(grant, t)];
  if (told.length === 0) return null;
  return <p className="hint">{told.join(t('grants.and'))}</p>;
}

function decisionTold({ approval, decideWithinHours, onSilence }: Grant, t: TFunction): string[] {
  if (approval === 'automatic') return [];
  const within = t('grants.decidedWithin', { count: decideWithinHours });
  return onSilence === 'approve' ? [within, t('grants.silenceApproves')] : [within];
}

function scopeTold({ businesses, times }: Grant, t: TFunction): string[] {
  const comma = t('grants.comma');
  const days = (times?.weekdays ?? []).map((day) => t(`grants.weekday.${day}`)).join(comma);
  const hours = times?.from && times.until ? `${times.from}–${times.until}` : '';
  const purposes = businesses.map((one) => t(`activity.business.${one}`)).join(comma);
  return [
    ...(purposes === '' ? [] : [t('grants.onlyFor', { purposes })]),
    ...(days === '' && hours === '' ? [] : [t('grants.onlyAt', { times: `${days} ${hours}`.trim() })]),
  ];
}

function quotaTold({ quota }: Grant, t: TFunction): string[] {
  const { hoursPerMonth: hours, loansPerMonth: loans, piecesPerMonth: pieces } = quota ?? {};
  return [
    ...(hours ? [t('grants.hoursTold', { count: hours })] : []),
    ...(loans ? [t('grants.loansTold', { count: loans })] : []),
    ...(pieces ? [t('grants.piecesTold', { count: pieces })] : []),
  ];
}
