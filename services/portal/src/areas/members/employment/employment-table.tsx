import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { Employment } from './employment.model.js';

interface EmploymentTableProps {
  readonly employments: readonly Employment[];
  /** A button for an employment that goes on. */
  readonly action?: (employment: Employment) => ReactNode;
}

export function EmploymentTable({ employments, action }: EmploymentTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Employment>[] = [
    { key: 'employer', title: t('employment.employer'), cell: (one) => <EmployerCell employment={one} /> },
    {
      key: 'kind',
      title: t('employment.kind'),
      cell: ({ kind }) => (kind === null ? t('common.none') : t(`employmentIs.${kind}`)),
    },
    { key: 'from', title: t('employment.from'), cell: ({ validFrom }) => format.date(validFrom) },
    {
      key: 'to',
      title: t('employment.to'),
      cell: ({ validTo }) => (validTo === null ? t('employment.goesOn') : format.date(validTo)),
    },
    ...(action === undefined
      ? []
      : [
          {
            key: 'act',
            title: t('employment.act'),
            cell: (one: Employment) => (one.validTo === null ? action(one) : null),
          },
        ]),
  ];
  return (
    <DataTable caption={t('employment.title')} columns={columns} rows={employments} rowKey={({ id }) => id} />
  );
}

/** The employer; of who is dispatched also where they work, and which union serves them there. */
function EmployerCell({ employment }: { readonly employment: Employment }) {
  const { t } = useTranslation();
  const { employerName, hostName, servedByUnionName } = employment;
  return (
    <>
      {employerName}
      {hostName !== null && <div className="hint">{t('employment.worksAt', { name: hostName })}</div>}
      {servedByUnionName !== null && (
        <div className="hint">{t('employment.servedBy', { name: servedByUnionName })}</div>
      )}
    </>
  );
}
