import '../../../kit/styles/ledger.css';
import './fact-check.css';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';

type FactCheck = components['schemas']['FactCheckView'];

interface Filters {
  readonly differing?: true;
  readonly q?: string;
}

/** Compares the attendance on which money rests with the count at the door. */
export function FactCheckListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = withoutBlanks<Filters>({
    differing: search.get('differing') === null ? undefined : true,
    q: search.get('q') ?? undefined,
  });
  const columns = useColumns();
  const change = ({ differing, q }: Filters): void =>
    setSearch({ ...(differing && { differing: '1' }), ...(q !== undefined && { q }) });
  return (
    <ListPage
      title={t('app.page.factChecks')}
      intro={
        <>
          <p className="hint">{t('factCheck.intro')}</p>
          <p>
            <Checkbox
              checked={filters.differing === true}
              onChange={({ target }) =>
                change(withFilter(filters, 'differing', target.checked ? true : undefined))
              }
            >
              {t('factCheck.onlyDiffering')}
            </Checkbox>
          </p>
        </>
      }
      search={{
        label: t('factCheck.search'),
        value: filters.q ?? '',
        onFind: (text) => change(withFilter(filters, 'q', text)),
      }}
      list={useList('factCheck', '/fact-checks', filters)}
      empty={{ text: t(filters.differing ? 'factCheck.noneDiffering' : 'factCheck.none') }}
      exported={{ name: t('factCheck.exportName'), columns: useExportColumns() }}
    >
      {(checks) => (
        <DataTable
          caption={t('factCheck.caption')}
          columns={columns}
          rows={checks}
          rowKey={({ activityId }) => activityId}
        />
      )}
    </ListPage>
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
  const repeat = useCommand('factCheck', 'post', '/fact-checks/{activityId}/repeat');
  if (!holds('officer', 'finance', 'auditor')) return null;
  return (
    <>
      <Button
        loading={repeat.isPending}
        aria-label={t('factCheck.repeatOf', { title: check.activityTitle })}
        onClick={() => repeat.mutate({ activityId: check.activityId })}
      >
        {t('factCheck.repeat')}
      </Button>
      {repeat.isError && <Refusal title={t('factCheck.notRepeated')} error={repeat.error} />}
    </>
  );
}

function useExportColumns(): readonly ExportColumn<FactCheck>[] {
  const { t } = useTranslation();
  const resultOf = ({ problem, toldCount, hereCount }: FactCheck): string =>
    problem === null
      ? t('factCheck.agrees')
      : t(`factCheck.problem.${problem}`, { count: Math.abs(toldCount - hereCount) });
  return [
    { title: t('factCheck.activity'), text: ({ activityTitle }) => activityTitle },
    { title: t('factCheck.union'), text: ({ unionName }) => unionName },
    { title: t('factCheck.told'), kind: 'count', text: ({ toldCount }) => String(toldCount) },
    { title: t('factCheck.here'), kind: 'count', text: ({ hereCount }) => String(hereCount) },
    { title: t('factCheck.heads'), kind: 'count', text: ({ hereHeads }) => String(hereHeads) },
    { title: t('factCheck.result'), text: resultOf },
    { title: t('factCheck.checkedAt'), kind: 'instant', text: ({ checkedAt }) => checkedAt },
  ];
}
