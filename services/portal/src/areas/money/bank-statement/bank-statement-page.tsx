import '../../../kit/styles/ledger.css';
import './bank-statement.css';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { pagesOf, useList, useRead } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf } from '../../../kit/filters.model.js';
import { FindField } from '../../../kit/find-field.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useWho } from '../ledger/use-who.js';
import { useOffices } from '../../../session/use-offices.js';
import { BankLineCard } from './bank-line-card.js';
import {
  type BankLine,
  type BankStatement,
  type LineFilters,
  lineViewOf,
  lineViews,
  mayUndo,
  queryOfView,
} from './bank-statement.model.js';

/** A bank statement line by line, with the open transfers that a line may confirm. */
export function BankStatementPage() {
  const { bankStatementId = '' } = useParams();
  const statement = useRead('bankStatement', '/bank-statements/{bankStatementId}', { bankStatementId });
  return <Loaded query={statement}>{(found) => <OneStatement key={found.id} statement={found} />}</Loaded>;
}

interface StatementProps {
  readonly statement: BankStatement;
}

function OneStatement({ statement }: StatementProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { id, account, unionName, state } = statement;
  const filters = { view: lineViewOf(search), q: search.get('q') ?? '' };
  return (
    <>
      <PageHead title={t('settling.bank.pageTitle', { account, union: unionName })} back="/bank-statements">
        <LinesExport id={id} filters={filters} />
      </PageHead>
      <Facts statement={statement} />
      <Acts statement={statement} />
      {state === 'imported' && (
        <>
          <nav className="page-tabs" aria-label={t('settling.bank.viewLabel')}>
            {lineViews.map((one) => (
              <Link
                key={one}
                to={`/bank-statements/${id}?${searchOf({ ...filters, view: one })}`}
                aria-current={one === filters.view ? 'page' : undefined}
              >
                {t(`settling.bank.views.${one}`)}
              </Link>
            ))}
          </nav>
          <div className="money-filters">
            <FindField
              key={filters.q}
              label={t('settling.bank.find')}
              value={filters.q}
              onFind={(q) => setSearch(searchOf({ ...filters, q }))}
            />
          </div>
          <Lines id={id} unionId={statement.unionId} filters={filters} />
        </>
      )}
    </>
  );
}

/** Of lines; those that are none say nothing. */
const counts = ['lineCount', 'knownCount', 'usedCount', 'skippedCount'] as const;

function Facts({ statement }: StatementProps) {
  const { t } = useTranslation();
  const { instant, number } = useFormat();
  const whoIs = useWho();
  const { state, skipped } = statement;
  return (
    <dl className="card facts money-facts">
      <dt>{t('money.state')}</dt>
      <dd>
        <span className={`tag is-${state}`}>{t(`settling.bank.states.${state}`)}</span>
      </dd>
      {counts
        .filter((key) => key === 'lineCount' || statement[key] > 0)
        .map((key) => (
          <Fragment key={key}>
            <dt>{t(`settling.bank.${key}`)}</dt>
            <dd>{number(statement[key])}</dd>
          </Fragment>
        ))}
      {skipped.length > 0 && (
        <>
          <dt>{t('settling.bank.skipped')}</dt>
          <dd>
            {skipped
              .map(({ row, code }) =>
                t('settling.bank.skippedRow', { row, problem: t(`settling.bank.problems.${code}`) }),
              )
              .join(' · ')}
          </dd>
        </>
      )}
      <dt>{t('settling.bank.encoding')}</dt>
      <dd>{statement.encoding}</dd>
      <dt>{t('settling.bank.importedAt')}</dt>
      <dd>
        {instant(statement.importedAt)} {whoIs(statement.importedBy, statement.importedByName)}
      </dd>
    </dl>
  );
}

/** What finance does with the whole of it; to undo it comes last. */
function Acts({ statement }: StatementProps) {
  const { holds } = useOffices();
  if (statement.state !== 'imported' || !holds('finance')) return null;
  return (
    <div className="actions notice">
      <AssignAllDues statement={statement} />
      <Undo statement={statement} />
    </div>
  );
}

function Undo({ statement }: StatementProps) {
  const { t } = useTranslation();
  const undo = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/undo');
  const refresh = useRefresh('bankStatement');
  if (!mayUndo(statement, true)) return null;
  return (
    <>
      {undo.isError && <Refusal title={t('settling.bank.undoRefused')} error={undo.error} />}
      <ConfirmButton
        danger
        loading={undo.isPending}
        question={t('settling.bank.undoQuestion')}
        confirmText={t('settling.bank.undoConfirm')}
        onConfirm={() =>
          undo.mutate({ bankStatementId: statement.id, version: statement.version }, { onError: refresh })
        }
      >
        {t('settling.bank.undo')}
      </ConfirmButton>
    </>
  );
}

/** A reference with right check figures says whose dues they are, so that all of them are assigned at once. */
function AssignAllDues({ statement: { id } }: StatementProps) {
  const { t } = useTranslation();
  const assign = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/assign-all-dues');
  const mayHaveDues = useMayHaveDues(id);
  return (
    <>
      {assign.isError && <Refusal title={t('settling.dues.refused')} error={assign.error} />}
      {assign.isSuccess && <p role="status">{t('settling.dues.allDone', { count: assign.data.assigned })}</p>}
      {mayHaveDues && (
        <ConfirmButton
          type="primary"
          loading={assign.isPending}
          question={t('settling.dues.allQuestion')}
          confirmText={t('settling.dues.all')}
          onConfirm={() => assign.mutate({ bankStatementId: id })}
        >
          {t('settling.dues.all')}
        </ConfirmButton>
      )}
    </>
  );
}

/** Whether a line that is not used yet has a reference of dues; where not all of them are loaded, one may. */
function useMayHaveDues(id: string): boolean {
  const { items, hasNextPage } = useList('bankStatement', linesPath, queryOf(id, { view: 'open', q: '' }));
  return items !== undefined && (hasNextPage || items.some(({ duesReference }) => duesReference !== null));
}

const linesPath = '/bank-statements/{bankStatementId}/lines';

function queryOf(bankStatementId: string, { view, q }: LineFilters) {
  return { bankStatementId, ...queryOfView(view), ...(q === '' ? {} : { q }) };
}

interface LinesProps {
  readonly id: string;
  readonly filters: LineFilters;
}

function Lines({ id, unionId, filters }: LinesProps & { readonly unionId: string }) {
  const { t } = useTranslation();
  const list = useList('bankStatement', linesPath, queryOf(id, filters));
  return (
    <PagedList list={list} empty={{ text: t('settling.bank.noLines') }}>
      {(lines) => (
        <ul className="plain-list bank-lines">
          {lines.map((line) => (
            <li key={line.number}>
              <BankLineCard statementId={id} unionId={unionId} line={line} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function LinesExport({ id, filters }: LinesProps) {
  const { t } = useTranslation();
  return (
    <ExportButton<BankLine>
      fileName={`${t('settling.bank.exportName')}-${t(`settling.bank.views.${filters.view}`)}`}
      fetchPage={pagesOf(linesPath, queryOf(id, filters))}
      columns={[
        { title: t('money.date'), kind: 'day', text: ({ bookedOn }) => bookedOn },
        { title: t('money.kind'), text: ({ direction }) => t(`settling.bank.directions.${direction}`) },
        { title: t('money.amount'), kind: 'money', text: ({ amount }) => yuanOf(amount.amount) },
        { title: t('money.party'), text: ({ counterparty }) => counterparty },
        { title: t('settling.bank.summary'), text: ({ summary }) => summary },
        { title: t('settling.bank.serial'), text: ({ serial }) => serial ?? '' },
        { title: t('settling.bank.usedAt'), kind: 'instant', text: ({ usedAt }) => usedAt ?? '' },
        { title: t('settling.dues.reference'), text: ({ dues }) => dues?.reference ?? '' },
        {
          title: t('settling.dues.state'),
          text: ({ dues }) => (dues === null ? '' : t(`settling.dues.states.${dues.state}`)),
        },
        { title: t('settling.dues.receiptNumber'), text: ({ dues }) => dues?.receipt ?? '' },
      ]}
    />
  );
}
