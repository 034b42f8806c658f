import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { type AuditRecord, type Difference, differencesOf, withShortIds } from './audit.model.js';
import { useAuditWords } from './use-audit-words.js';

interface AuditEntryProps {
  readonly record: AuditRecord;
  /** Shows the trail of its subject alone; absent where only that is shown already. */
  readonly onOnlyThis?: () => void;
}

/** One change: who did what to which thing and when; the changed fields unfold. */
export function AuditEntry({ record, onOnlyThis }: AuditEntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nounText, actionText, actorText, subjectText } = useAuditWords();
  const noun = nounText(record.noun);
  const subject = subjectText(record);
  return (
    <article className="audit-entry">
      <time className="hint" dateTime={record.at}>
        {format.instant(record.at)}
      </time>
      <div className="audit-what">
        <span className="tag is-kind">{actionText(record.action)}</span>
        <strong>{noun}</strong>
        <span>{subject}</span>
      </div>
      <span className="hint">{actorText(record)}</span>
      {onOnlyThis !== undefined && (
        <Button type="link" aria-label={t('audit.onlyThisOf', { noun, subject })} onClick={onOnlyThis}>
          {t('audit.onlyThis')}
        </Button>
      )}
      <Changes record={record} />
    </article>
  );
}

function Changes({ record }: { readonly record: AuditRecord }) {
  const { t } = useTranslation();
  const { nounText, actionText } = useAuditWords();
  const differences = differencesOf(record);
  if (differences.length === 0) return <p className="hint">{t('audit.noChanges')}</p>;
  const words = { action: actionText(record.action), noun: nounText(record.noun) };
  const empty = <span className="hint">{t('audit.nothing')}</span>;
  return (
    <details>
      <summary>{t('audit.changes', { count: differences.length })}</summary>
      <DataTable<Difference>
        caption={t('audit.changesOf', words)}
        rows={differences}
        rowKey={({ field }) => field}
        columns={[
          { key: 'field', title: t('audit.field'), cell: ({ field }) => <code>{field}</code> },
          {
            key: 'before',
            title: t('audit.before'),
            cell: ({ before }) => (before === null ? empty : <del>{withShortIds(before)}</del>),
          },
          {
            key: 'after',
            title: t('audit.after'),
            cell: ({ after }) => (after === null ? empty : <ins>{withShortIds(after)}</ins>),
          },
        ]}
      />
      {record.traceId !== null && <p className="hint">{t('audit.trace', { trace: record.traceId })}</p>}
    </details>
  );
}
