import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useReaches } from '../../../session/use-may-manage.js';

/** A notice to those who work on the books of another union: their acts are on record. */
export function ActingFor({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const reachesItself = useReaches(unionId, ['officer', 'organiser', 'finance', 'approver', 'auditor']);
  const { items } = useList('mandate', '/bookkeeping-mandates', { side: 'taken', inForce: true });
  const mandate = items?.find(({ fromUnionId, mayAct }) => mayAct && fromUnionId === unionId);
  if (mandate === undefined || reachesItself) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="notice"
      title={t('money.actingFor', { union: mandate.fromUnionName })}
      action={<Link to="/bookkeeping">{t('money.actsOnRecord')}</Link>}
    />
  );
}
