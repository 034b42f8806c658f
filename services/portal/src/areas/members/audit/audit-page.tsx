import './audit.css';
import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { type FetchPage, useList, type usePages } from '../../../api/use-read.js';
import { ExportButton } from '../../../kit/export-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { AuditEntry } from './audit-entry.js';
import { AuditFilterBar } from './audit-filter-bar.js';
import { type AuditFilters, type AuditRecord, filtersOf } from './audit.model.js';
import { useAuditWords } from './use-audit-words.js';
import { useVerification, Verification } from './verification.js';

export function AuditPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const { subject: subjectId, ...rest } = filters;
  const list = useList('audit', '/audit', { ...rest, ...(subjectId === undefined ? {} : { subjectId }) });
  const change = (changed: AuditFilters): void => setSearch({ ...changed });
  const verification = useVerification();
  return (
    <>
      <PageHead title={t('app.page.audit')}>
        <Button loading={verification.isPending} onClick={() => verification.mutate(filters.service)}>
          {t('audit.verify')}
        </Button>
        <ExportAudit fetchPage={list.fetchPage} />
      </PageHead>
      <p className="hint">{t('audit.hint')}</p>
      <Verification verification={verification} service={filters.service} />
      <AuditFilterBar key={filters.subject ?? ''} filters={filters} onChange={change} />
      <Trail list={list} filters={filters} onChange={change} />
    </>
  );
}

interface TrailProps {
  readonly list: ReturnType<typeof usePages<AuditRecord>>;
  readonly filters: AuditFilters;
  readonly onChange: (filters: AuditFilters) => void;
}

function Trail({ list, filters, onChange }: TrailProps) {
  const { t } = useTranslation();
  const { service, noun, subject } = filters;
  const empty =
    noun === undefined && subject === undefined
      ? { text: t('audit.empty') }
      : {
          text: t('audit.emptyFiltered'),
          action: <Button onClick={() => onChange({ service })}>{t('audit.clearFilters')}</Button>,
        };
  const onlyThis = (record: AuditRecord): void =>
    onChange({ service, noun: record.noun, subject: record.subjectId });
  return (
    <PagedList list={list} empty={empty}>
      {(records) => (
        <div className="card">
          <ol className="plain-list audit-list">
            {records.map((record) => (
              <li key={record.id}>
                <AuditEntry
                  record={record}
                  {...(record.subjectId === subject ? {} : { onOnlyThis: () => onlyThis(record) })}
                />
              </li>
            ))}
          </ol>
        </div>
      )}
    </PagedList>
  );
}

/** The file has whole ids and contents, so that an auditor can compare them with other papers. */
function ExportAudit({ fetchPage }: { readonly fetchPage: FetchPage<AuditRecord> }) {
  const { t } = useTranslation();
  const { nounText, actionText } = useAuditWords();
  const json = (value: object | null): string => (value === null ? '' : JSON.stringify(value));
  return (
    <ExportButton<AuditRecord>
      fileName={t('audit.exportName')}
      fetchPage={fetchPage}
      columns={[
        { title: t('audit.at'), text: ({ at }) => at },
        { title: t('audit.actor'), text: ({ actorId }) => actorId ?? t('audit.system') },
        { title: t('audit.action'), text: ({ action }) => actionText(action) },
        { title: t('audit.noun'), text: ({ noun }) => nounText(noun) },
        { title: t('audit.subject'), text: ({ subjectId }) => subjectId },
        { title: t('audit.before'), text: ({ before }) => json(before) },
        { title: t('audit.after'), text: ({ after }) => json(after) },
        { title: t('audit.traceLabel'), text: ({ traceId }) => traceId ?? '' },
      ]}
    />
  );
}
