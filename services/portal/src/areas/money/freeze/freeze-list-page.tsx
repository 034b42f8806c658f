import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import { useWho } from '../ledger/use-who.js';
import { useOffices } from '../../../session/use-offices.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { Freeze } from './freeze.model.js';

const FreezeForm = lazyPart('FreezeForm', () => import('./freeze-form.js'), {
  rows: 4,
  texts: ['activityForm', 'organising'],
});
const ReleaseForm = lazyPart('ReleaseForm', () => import('./release-form.js'), { rows: 2 });

const views = ['held', 'released'] as const;
type View = (typeof views)[number];

/** The parties that are not netted or paid now, and those that were frozen before. */
export function FreezeListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search] = useSearchParams();
  const [isOpen, setIsOpen] = useState(false);
  const view: View = search.get('view') === 'released' ? 'released' : 'held';
  return (
    <ListPage
      title={t('settling.freeze.title')}
      back="/netting-runs"
      actions={
        holds('approver') && (
          <Button type="primary" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('settling.freeze.open')}
          </Button>
        )
      }
      intro={
        <>
          <p className="hint">{t('settling.freeze.hint')}</p>
          {isOpen && <FreezeForm onClose={() => setIsOpen(false)} />}
          <Views current={view} />
        </>
      }
      list={useList('partyFreeze', '/party-freezes', { held: view === 'held' })}
      empty={{ text: t(`settling.freeze.empty.${view}`) }}
      exported={{
        name: `${t('settling.freeze.exportName')}-${t(`settling.freeze.views.${view}`)}`,
        columns: useExportColumns(),
      }}
    >
      {(freezes) => (
        <ul className="plain-list">
          {freezes.map((freeze) => (
            <li key={freeze.id}>
              <FreezeCard freeze={freeze} />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function Views({ current }: { readonly current: View }) {
  const { t } = useTranslation();
  return (
    <nav className="page-tabs" aria-label={t('settling.freeze.viewLabel')}>
      {views.map((one) => (
        <Link key={one} to={`/party-freezes?view=${one}`} aria-current={one === current ? 'page' : undefined}>
          {t(`settling.freeze.views.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

function FreezeCard({ freeze }: { readonly freeze: Freeze }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const whoIs = useWho();
  const { party, releasedBy, releasedAt } = freeze;
  return (
    <article className="card" aria-label={party.name}>
      <h2>{party.name}</h2>
      <dl className="facts money-facts">
        <dt>{t('money.reason')}</dt>
        <dd>{freeze.reason}</dd>
        <dt>{t('settling.freeze.frozenAt')}</dt>
        <dd>{instant(freeze.frozenAt)}</dd>
        <dt>{t('settling.freeze.frozenBy')}</dt>
        <dd>{whoIs(freeze.frozenBy, freeze.frozenByName)}</dd>
        {releasedBy !== null && releasedAt !== null && (
          <>
            <dt>{t('settling.freeze.released')}</dt>
            <dd>
              {instant(releasedAt)}{' '}
              {t('settling.freeze.releasedBy', { name: whoIs(releasedBy, freeze.releasedByName) })}
            </dd>
            <dt>{t('settling.freeze.releaseReason')}</dt>
            <dd>{freeze.releaseReason}</dd>
          </>
        )}
      </dl>
      {freeze.mayRelease && (
        <details className="money-fold">
          <summary>{t('settling.freeze.release')}</summary>
          <ReleaseForm key={keyOf(party)} freeze={freeze} />
        </details>
      )}
    </article>
  );
}

function useExportColumns(): ExportColumn<Freeze>[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return [
    { title: t('settling.freeze.party'), text: ({ party }) => party.name },
    { title: t('money.reason'), text: ({ reason }) => reason },
    { title: t('settling.freeze.frozenAt'), kind: 'instant', text: ({ frozenAt }) => frozenAt },
    {
      title: t('settling.freeze.frozenBy'),
      text: ({ frozenBy, frozenByName }) => nameOf(frozenBy, frozenByName) ?? '',
    },
    { title: t('settling.freeze.released'), kind: 'instant', text: ({ releasedAt }) => releasedAt ?? '' },
    { title: t('settling.freeze.releaseReason'), text: ({ releaseReason }) => releaseReason ?? '' },
  ];
}
