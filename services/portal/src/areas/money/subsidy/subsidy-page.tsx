import '../../../kit/styles/ledger.css';
import '../../../kit/styles/resource.css';
import './subsidy.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { FileLink } from './file-link.js';
import { Fact } from './fact.js';
import { SubsidyActs } from './subsidy-acts.js';
import { SubsidyBar } from './subsidy-bar.js';
import type { Move, Subsidy } from './subsidy.model.js';

export function SubsidyPage() {
  const { subsidyId = '' } = useParams();
  const subsidy = useRead('subsidy', '/subsidies/{subsidyId}', { subsidyId });
  return <Loaded query={subsidy}>{(found) => <OneSubsidy key={found.id} subsidy={found} />}</Loaded>;
}

interface SubsidyProps {
  readonly subsidy: Subsidy;
}

function OneSubsidy({ subsidy }: SubsidyProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={subsidy.title} back="/subsidies">
        <Link to={`/subsidy-applications/${subsidy.applicationId}`}>{t('subsidyGiven.application')}</Link>
      </PageHead>
      <Facts subsidy={subsidy} />
      <SubsidyActs subsidy={subsidy} />
      <Report subsidy={subsidy} />
      <section className="card" aria-labelledby="moves-title">
        <h2 id="moves-title">{t('subsidyGiven.moves')}</h2>
        {subsidy.moves.length === 0 ? (
          <EmptyState text={t('subsidyGiven.noMoves')} />
        ) : (
          <Moves moves={subsidy.moves} />
        )}
      </section>
    </>
  );
}

function Facts({ subsidy }: SubsidyProps) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const { state, granted, giverUnionName, receiverUnionName, activityTitle, bankReference, reason } = subsidy;
  return (
    <section className="card" aria-labelledby="subsidy-facts">
      <div className="line-head">
        <h2 id="subsidy-facts">
          {t('subsidyGiven.fromTo', { giver: giverUnionName, receiver: receiverUnionName })}
        </h2>
        <span className={`tag is-${state}`}>{t(`subsidyGiven.states.${state}`)}</span>
      </div>
      <p className="big-figure">{money(granted)}</p>
      <SubsidyBar subsidy={subsidy} />
      <dl className="figures">
        <Fact name={t('subsidy.tabs.programmes')} text={subsidy.programmeTitle} />
        <Fact name={t('subsidy.field.activity')} text={activityTitle ?? t('subsidy.noActivity')} />
        <Fact name={t('subsidy.field.payment')} text={t(`subsidy.payment.${subsidy.payment}`)} />
        <Fact name={t('subsidyGiven.reportDue')} text={instant(subsidy.reportDueAt)} />
        {bankReference !== null && <Fact name={t('subsidyGiven.bankReference')} text={bankReference} />}
        {reason !== null && <Fact name={t('subsidy.field.reason')} text={reason} />}
      </dl>
      {subsidy.overdue && <p className="is-owing">{t('subsidyGiven.isOverdue')}</p>}
      <h3>{t('subsidy.field.conditions')}</h3>
      <p className="subsidy-text">{subsidy.conditions}</p>
    </section>
  );
}

function Report({ subsidy: { id, report } }: SubsidyProps) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const nameOf = useNameOf();
  if (report === null) return null;
  return (
    <section className="card" aria-labelledby="report-title">
      <h2 id="report-title">{t('subsidyReport.title')}</h2>
      <p className="hint">
        {instant(report.reportedAt)} {nameOf(report.reportedBy, report.reportedByName) ?? ''}
      </p>
      <p className="subsidy-text">{report.text}</p>
      <ul className="plain-list lines">
        {report.lines.map((line, number) => (
          <li key={number} className="line-head">
            <span>
              {line.title} · {t(`money.expense.${line.expenseCode}`)}{' '}
              {line.receipt && (
                <FileLink path={`/api/v1/subsidies/${id}/receipts/${number}`} name={line.receipt.name} />
              )}
            </span>
            <span>{money(line.amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Moves({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const columns: Column<Move>[] = [
    { key: 'at', title: t('subsidyGiven.when'), cell: ({ at }) => instant(at) },
    {
      key: 'kind',
      title: t('subsidyGiven.what'),
      cell: ({ kind, costPoolId }) =>
        costPoolId === null ? (
          t(`subsidy.move.${kind}`)
        ) : (
          <Link to={`/cost-pools/${costPoolId}`} className="cell-link">
            {t(`subsidy.move.${kind}`)}
          </Link>
        ),
    },
    { key: 'amount', title: t('subsidyGiven.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
    { key: 'left', title: t('subsidyGiven.left'), isNumber: true, cell: ({ left }) => money(left) },
    { key: 'reason', title: t('subsidy.field.reason'), cell: ({ reason }) => reason ?? t('common.none') },
  ];
  return (
    <DataTable caption={t('subsidyGiven.moves')} columns={columns} rows={moves} rowKey={({ id }) => id} />
  );
}
