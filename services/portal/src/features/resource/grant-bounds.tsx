import { useTranslation } from 'react-i18next';
import type { Grant } from './resource-filters.js';

/** What a right is bounded to: purposes, days, hours, a quota; nothing where it is not. */
export function GrantBounds({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation();
  const { businesses, times, quota, approval } = grant;
  const comma = t('grants.comma');
  const days = (times?.weekdays ?? []).map((day) => t(`grants.weekday.${day}`)).join(comma);
  const hours = times?.from && times.until ? `${times.from}–${times.until}` : '';
  const purposes = businesses.map((one) => t(`activity.business.${one}`)).join(comma);
  const told = [
    approval === 'custodian' && t('grants.decidedWithin', { count: grant.decideWithinHours }),
    approval === 'custodian' && grant.onSilence === 'approve' && t('grants.silenceApproves'),
    purposes !== '' && t('grants.onlyFor', { purposes }),
    `${days}${hours}` !== '' && t('grants.onlyAt', { times: [days, hours].filter(Boolean).join(' ') }),
    quota?.hoursPerMonth && t('grants.hoursTold', { count: quota.hoursPerMonth }),
    quota?.loansPerMonth && t('grants.loansTold', { count: quota.loansPerMonth }),
  ].filter((one) => typeof one === 'string');
  if (told.length === 0) return null;
  return <p className="hint">{told.join(t('grants.and'))}</p>;
}
