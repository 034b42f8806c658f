import '../../../kit/styles/ledger.css';
import '../../../kit/styles/resource.css';
import './subsidy.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { ObjectForm } from './object-form.js';
import { ObjectionList } from './objection-list.js';
import type { Notice } from './subsidy.model.js';

type Line = Notice['lines'][number];

export function NoticePage() {
  const { programmeId = '' } = useParams();
  const notice = useRead('subsidyProgramme', '/subsidy-programmes/{programmeId}/notice', { programmeId });
  return <Loaded query={notice}>{(found) => <OneNotice notice={found} />}</Loaded>;
}

/** The planned awards of each union, for everybody below the giver, who may object. */
function OneNotice({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const { money, date } = useFormat();
  const { programme, lines, total, lastDay, openObjections } = notice;
  const isOn = programme.state === 'notice';
  return (
    <>
      <PageHead
        title={t('subsidy.notice.title', { title: programme.title })}
        back={`/subsidy-programmes/${programme.id}`}
      />
      <section className="card" aria-labelledby="notice-title">
        <h2 id="notice-title">{programme.unionName}</h2>
        <p role="status">
          {isOn && lastDay !== null
            ? t('subsidy.notice.until', { day: date(lastDay) })
            : t(`subsidy.programme.states.${programme.state}`)}
        </p>
        {isOn && openObjections > 0 && <p>{t('subsidy.notice.heldBack', { count: openObjections })}</p>}
        {lines.length === 0 ? <EmptyState text={t('subsidy.notice.empty')} /> : <Lines lines={lines} />}
        <p>
          <strong>{t('subsidy.notice.total', { amount: money(total) })}</strong>
        </p>
        <p className="hint">{t('subsidy.notice.hint')}</p>
      </section>
      {isOn && lines.length > 0 && <ObjectForm programmeId={programme.id} lines={lines} />}
      <ObjectionList programme={programme} />
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns: Column<Line>[] = [
    { key: 'union', title: t('subsidy.applicant'), cell: ({ unionName }) => unionName },
    { key: 'title', title: t('subsidy.field.title'), cell: ({ title }) => title },
    { key: 'grade', title: t('subsidy.field.gradeOf'), cell: ({ grade }) => grade ?? t('common.none') },
    { key: 'amount', title: t('subsidy.field.award'), isNumber: true, cell: ({ amount }) => money(amount) },
  ];
  return (
    <DataTable
      caption={t('subsidy.notice.read')}
      columns={columns}
      rows={lines}
      rowKey={({ applicationId }) => applicationId}
    />
  );
}
