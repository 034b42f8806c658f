import '../../../kit/styles/ledger.css';
import './netting.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import {
  type NettingRunSummary,
  type RunFilters,
  runFiltersOf,
  runStates,
  type RunState,
} from './netting.model.js';
import type { RunForm } from './run-form.model.js';
import type { OpenBalance } from './open-balances.js';

const ProposeRun = lazyPart('ProposeRun', () => import('./propose-run.js'), {
  rows: 6,
  texts: ['activityForm', 'organising'],
});
const OpenBalances = lazyPart('OpenBalances', () => import('./open-balances.js'), { rows: 3 });
const Sandbox = lazyPart('Sandbox', () => import('./sandbox.js'), { rows: 6 });

type Panel = 'propose' | 'sandbox';

export function NettingRunListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [panel, setPanel] = useState<Panel | null>(null);
  const filters = runFiltersOf(search);
  const change = (chosen: RunFilters): void => setSearch(searchOf(chosen));
  const [between, setBetween] = useState<RunForm>();
  const toggle = (chosen: Panel): void => {
    setBetween(undefined);
    setPanel(panel === chosen ? null : chosen);
  };
  // A bilateral run of the two keeps the two hands and the locks of every run: no debt is in two confirmed ones.
  const settle = ({ party, counterparty, proposerId }: OpenBalance): void => {
    setBetween({ unionId: proposerId, parties: [party, counterparty] });
    setPanel('propose');
  };
  return (
    <ListPage
      title={t('app.page.nettingRuns')}
      actions={
        <>
          {holds('finance') && (
            <Button type="primary" aria-expanded={panel === 'propose'} onClick={() => toggle('propose')}>
              {t('money.netting.propose.open')}
            </Button>
          )}
          <Button aria-expanded={panel === 'sandbox'} onClick={() => toggle('sandbox')}>
            {t('money.netting.sandbox.open')}
          </Button>
        </>
      }
      intro={
        <>
          <p className="hint">{t('money.netting.hint')}</p>
          <p>
            <Link to="/party-freezes" className="cell-link">
              {t('settling.freeze.title')}
            </Link>
          </p>
          {holds('finance') && <Preload part={ProposeRun} />}
          <Preload part={Sandbox} />
          {holds('finance', 'officer', 'approver', 'auditor') && <OpenBalances onSettle={settle} />}
          {panel === 'propose' && <Proposal between={between} onClose={() => setPanel(null)} />}
          {panel === 'sandbox' && <Sandbox />}
        </>
      }
      filters={
        <Choice<RunState>
          label={t('money.state')}
          value={filters.state}
          options={[
            { value: '', label: t('money.allStates') },
            ...runStates.map((one) => ({ value: one, label: t(`money.netting.states.${one}`) })),
          ]}
          onChange={(chosen) => change(withFilter(filters, 'state', chosen))}
        />
      }
      search={{
        label: t('money.netting.find'),
        value: filters.q ?? '',
        onFind: (text) => change(withFilter(filters, 'q', text)),
      }}
      list={useList('nettingRun', '/netting-runs', filters)}
      empty={{
        text: t(Object.keys(filters).length === 0 ? 'money.netting.empty' : 'money.netting.emptyFiltered'),
      }}
      table={{ columns: useRunColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('money.netting.exportName'), columns: useExportColumns() }}
    />
  );
}

interface ProposalProps {
  readonly between: RunForm | undefined;
  readonly onClose: () => void;
}

/** Begins anew for each two that are to be settled alone. */
function Proposal({ between, onClose }: ProposalProps) {
  const key = between?.parties?.map(({ id }) => id).join(' ');
  return <ProposeRun key={key} {...(between === undefined ? {} : { between })} onClose={onClose} />;
}

function useRunColumns(): Column<NettingRunSummary>[] {
  const { t } = useTranslation();
  const { date, instant } = useFormat();
  return [
    {
      key: 'period',
      title: t('money.period'),
      cell: ({ id, periodFrom, periodTo }) => (
        <Link to={`/netting-runs/${id}`} className="cell-link">
          {t('money.periodText', { from: date(periodFrom), to: date(periodTo) })}
        </Link>
      ),
    },
    {
      key: 'union',
      title: t('money.netting.propose.union'),
      cell: ({ unionName, ownPart }) => (
        <div>
          {unionName} {ownPart && <span className="tag">{t('money.netting.own.tag')}</span>}
        </div>
      ),
    },
    {
      key: 'mode',
      title: t('money.netting.mode'),
      cell: ({ mode }) => t(`money.netting.modes.${mode}`),
    },
    {
      key: 'state',
      title: t('money.state'),
      cell: ({ state }) => <span className={`tag is-${state}`}>{t(`money.netting.states.${state}`)}</span>,
    },
    {
      key: 'transfers',
      title: t('money.netting.transfers'),
      isNumber: true,
      cell: ({ transferCount }) => t('money.netting.transferCount', { count: transferCount }),
    },
    {
      key: 'createdAt',
      title: t('money.netting.createdAt'),
      cell: ({ createdAt }) => instant(createdAt),
    },
  ];
}

function useExportColumns(): ExportColumn<NettingRunSummary>[] {
  const { t } = useTranslation();
  return [
    { title: t('money.from'), kind: 'day', text: ({ periodFrom }) => periodFrom },
    { title: t('money.to'), kind: 'day', text: ({ periodTo }) => periodTo },
    { title: t('money.netting.propose.union'), text: ({ unionName }) => unionName },
    { title: t('money.netting.mode'), text: ({ mode }) => t(`money.netting.modes.${mode}`) },
    { title: t('money.state'), text: (run) => t(`money.netting.states.${run.state}`) },
    {
      title: t('money.netting.transfers'),
      kind: 'count',
      text: ({ transferCount }) => String(transferCount),
    },
    { title: t('money.netting.createdAt'), kind: 'instant', text: ({ createdAt }) => createdAt },
  ];
}
