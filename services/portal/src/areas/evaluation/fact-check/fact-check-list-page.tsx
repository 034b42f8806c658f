import '../../../kit/styles/ledger.css';
import './fact-check.css';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { useOffices } from '../../../session/use-offices.js';
import { type FactCheck, fetchChecks, type Filter, useFactChecks, useRepeat } from './use-fact-checks.js';

/** Whether the attendance on which money rests is what was counted where people came. */
export function FactCheckListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const typed = { differing: search.get('differing') !== null, q: search.get('q') ?? '' };
  const filter = { ...typed, q: useDebounced(typed.q) };
  const put = (changed: Partial<Filter>): void => {
    const { differing, q } = { ...typed, ...changed };
    setSearch({ ...(differing ? { differing: '1' } : {}), ...(q === '' ? {} : { q }) }, { replace: true });
  };
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.factChecks')}>
        <CheckExport filter={filter} />
      </PageHead>
      <p className="hint">{t('factCheck.intro')}</p>
      <div className="money-filters">
        <label>
          {t('factCheck.search')}
          <Input value={typed.q} maxLength={100} onChange={({ target }) => put({ q: target.value })} />
        </label>
      </div>
      <p>
        <Checkbox checked={typed.differing} onChange={({ target }) => put({ differing: target.checked })}>
          {t('factCheck.onlyDiffering')}
        </Checkbox>
      </p>
      <CheckList filter={filter} />
    </>
  );
}

function CheckList({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation();
  const list = useFactChecks(filter);
  const columns = useColumns();
  const empty = { text: t(filter.differing ? 'factCheck.noneDiffering' : 'factCheck.none') };
  return (
    <PagedList list={list} empty={empty}>
      {(checks) => (
        <DataTable
          caption={t('factCheck.caption')}
          columns={columns}
          rows={checks}
          rowKey={({ activityId }) => activityId}
        />
      )}
    </PagedList>
  );
}

function useColumns(): Column<FactCheck>[] {
  const { t } = useTranslation();
  const { number, instant } = useFormat();
  return [
    {
      key: 'activity',
      title: t('factCheck.activity'),
      cell: ({ activityId, activityTitle }) => (
        <Link to={`/activities/${activityId}`} className="cell-link">
          {activityTitle}
        </Link>
      ),
    },
    { key: 'union', title: t('factCheck.union'), cell: ({ unionName }) => unionName },
    { key: 'told', title: t('factCheck.told'), isNumber: true, cell: ({ toldCount }) => number(toldCount) },
    { key: 'here', title: t('factCheck.here'), isNumber: true, cell: ({ hereCount }) => number(hereCount) },
    { key: 'heads', title: t('factCheck.heads'), isNumber: true, cell: ({ hereHeads }) => number(hereHeads) },
    { key: 'result', title: t('factCheck.result'), cell: (check) => <Result check={check} /> },
    { key: 'at', title: t('factCheck.checkedAt'), cell: ({ checkedAt }) => instant(checkedAt) },
    { key: 'again', title: t('factCheck.repeat'), cell: (check) => <Again check={check} /> },
  ];
}

/** What is wrong, since when, and what to do. */
function Result({ check }: { readonly check: FactCheck }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { problem, since, toldCount, hereCount, costPoolId } = check;
  if (problem === null) return <span className="tag is-approved fact-result">{t('factCheck.agrees')}</span>;
  return (
    <div>
      <p>
        <strong>{t(`factCheck.problem.${problem}`, { count: Math.abs(toldCount - hereCount) })}</strong>
      </p>
      {since !== null && <p className="hint">{t('factCheck.since', { time: instant(since) })}</p>}
      <p>{t(`factCheck.todo.${problem}`)}</p>
      {costPoolId !== null && (
        <p>
          <Link to={`/cost-pools/${costPoolId}`}>{t('factCheck.pool')}</Link>
        </p>
      )}
    </div>
  );
}

function Again({ check }: { readonly check: FactCheck }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const repeat = useRepeat(check.activityId);
  if (!holds('officer', 'finance', 'auditor')) return null;
  return (
    <>
      <Button
        loading={repeat.isPending}
        aria-label={t('factCheck.repeatOf', { title: check.activityTitle })}
        onClick={() => repeat.mutate(undefined)}
      >
        {t('factCheck.repeat')}
      </Button>
      {repeat.isError && <Refusal title={t('factCheck.notRepeated')} error={repeat.error} />}
    </>
  );
}

function CheckExport({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation();
  const resultOf = ({ problem, toldCount, hereCount }: FactCheck): string =>
    problem === null
      ? t('factCheck.agrees')
      : t(`factCheck.problem.${problem}`, { count: Math.abs(toldCount - hereCount) });
  return (
    <ExportButton<FactCheck>
      fileName={t('factCheck.exportName')}
      fetchPage={fetchChecks(filter)}
      columns={[
        { title: t('factCheck.activity'), text: ({ activityTitle }) => activityTitle },
        { title: t('factCheck.union'), text: ({ unionName }) => unionName },
        { title: t('factCheck.told'), kind: 'count', text: ({ toldCount }) => String(toldCount) },
        { title: t('factCheck.here'), kind: 'count', text: ({ hereCount }) => String(hereCount) },
        { title: t('factCheck.heads'), kind: 'count', text: ({ hereHeads }) => String(hereHeads) },
        { title: t('factCheck.result'), text: resultOf },
        { title: t('factCheck.checkedAt'), kind: 'instant', text: ({ checkedAt }) => checkedAt },
      ]}
    />
  );
}
