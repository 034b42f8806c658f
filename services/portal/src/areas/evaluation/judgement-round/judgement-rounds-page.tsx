import '../../../kit/styles/indicator-system.css';
import './judgement-round.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { type IndicatorSystem, useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { useOffices } from '../../../session/use-offices.js';
import { NewRoundForm } from './new-round-form.js';
import { RoundStateTag } from './round-state-tag.js';
import type { JudgementRound } from './judgement-round.model.js';

/** The judging rounds of a system, and a new one. */
export function JudgementRoundsPage() {
  const { systemId = '' } = useParams();
  return <Loaded query={useIndicatorSystem(systemId)}>{(system) => <RoundsOf system={system} />}</Loaded>;
}

function RoundsOf({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const name = t('indicatorSystem.nameAndVersion', { name: system.name, version: system.versionNumber });
  return (
    <>
      <PageHead title={t('judging.titleOf', { name })} back={`/indicator-systems/${system.id}`} />
      <p>{t('judging.intro')}</p>
      <RoundList systemId={system.id} />
      {system.state === 'published' && holds('evaluator') && <NewRoundForm system={system} />}
    </>
  );
}

function RoundList({ systemId }: { readonly systemId: string }) {
  const { t } = useTranslation();
  const list = useList('judgementRound', '/judgement-rounds', { indicatorSystemId: systemId });
  const columns = useColumns();
  return (
    <PagedList list={list} empty={{ text: t('judging.empty') }}>
      {(rounds) => (
        <section className="card">
          <DataTable caption={t('judging.title')} columns={columns} rows={rounds} rowKey={({ id }) => id} />
        </section>
      )}
    </PagedList>
  );
}

function useColumns(): readonly Column<JudgementRound>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('judging.name'),
      cell: ({ id, name }) => <Link to={`/judgement-rounds/${id}`}>{name}</Link>,
    },
    { key: 'state', title: t('judging.stateLabel'), cell: ({ state }) => <RoundStateTag state={state} /> },
    {
      key: 'judges',
      title: t('judging.judgesLabel'),
      cell: ({ judges }) =>
        t('judging.judgesCount', { count: judges.filter(({ revokedAt }) => revokedAt === null).length }),
    },
    {
      key: 'closesAt',
      title: t('judging.closesAt'),
      cell: ({ closesAt, closedAt }) =>
        closedAt === null
          ? t('judging.until', { time: format.instant(closesAt) })
          : t('judging.closedOn', { time: format.instant(closedAt) }),
    },
  ];
}
