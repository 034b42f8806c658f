import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../activity/activity-form.js';

/** A co-host has left after the publication: those who stay need an agreement among themselves. */
export function isToRenew({ agreementRequired, agreementId, publishedAt, state }: Activity): boolean {
  return agreementRequired && agreementId === null && publishedAt !== null && state !== 'cancelled';
}

export function Renewal() {
  const { t } = useTranslation();
  return <Alert type="warning" showIcon title={t('agreement.toRenew')} className="notice" />;
}
