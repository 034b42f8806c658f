import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../kit/data-table.js';
import { type AuditRecord, type Difference, differencesOf } from './audit.model.js';
import { useAuditValues } from './use-audit-values.js';
import { useAuditWords } from './use-audit-words.js';

/** The fields that a change altered, each by its name, with what stood there before and after. */
export function AuditChanges({ record }: { readonly record: AuditRecord }) {
  const { t } = useTranslation();
  const { nounText, actionText } = useAuditWords();
  const { fieldText, valueText } = useAuditValues();
  const words = { action: actionText(record.action), noun: nounText(record.noun) };
  const empty = <span className="hint">{t('audit.nothing')}</span>;
  return (
    <>
      <DataTable<Difference>
        caption={t('audit.changesOf', words)}
        rows={differencesOf(record)}
        rowKey={({ field }) => field}
        columns={[
          { key: 'field', title: t('audit.field'), cell: ({ field }) => fieldText(field) },
          {
            key: 'before',
            title: t('audit.before'),
            cell: ({ field, before }) => (before === null ? empty : <del>{valueText(field, before)}</del>),
          },
          {
            key: 'after',
            title: t('audit.after'),
            cell: ({ field, after }) => (after === null ? empty : <ins>{valueText(field, after)}</ins>),
          },
        ]}
      />
      {record.traceId !== null && <p className="hint">{t('audit.trace', { trace: record.traceId })}</p>}
    </>
  );
}
