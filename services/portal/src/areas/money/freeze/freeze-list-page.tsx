import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ExportButton } from '../../../kit/export-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import { useWho } from '../ledger/use-who.js';
import { useOffices } from '../../../session/use-offices.js';
import { type Freeze, fetchFreezes, useFreezes } from './use-freezes.js';

const FreezeForm = lazyPart('FreezeForm', () => import('./freeze-form.js'), {
  rows: 4,
  texts: ['organising'],
});
const ReleaseForm = lazyPart('ReleaseForm', () => import('./release-form.js'), { rows: 2 });

const views = ['held', 'released'] as const;
type View = (typeof views)[number];

/** Of whom nothing is netted or paid now, and of whom it was so. */
export function FreezeListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search] = useSearchParams();
  const [isOpen, setIsOpen] = useState(false);
  const view: View = search.get('view') === 'released' ? 'released' : 'held';
  return (
    <>
      <PageHead title={t('settling.freeze.title')} back="/netting-runs">
        {holds('approver') && (
          <Button type="primary" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('settling.freeze.open')}
          </Button>
        )}
        <FreezeExport view={view} />
      </PageHead>
      <p className="hint">{t('settling.freeze.hint')}</p>
      {isOpen && <FreezeForm onClose={() => setIsOpen(false)} />}
      <nav className="area-tabs" aria-label={t('settling.freeze.viewLabel')}>
        {views.map((one) => (
          <Link key={one} to={`/party-freezes?view=${one}`} aria-current={one === view ? 'page' : undefined}>
            {t(`settling.freeze.views.${one}`)}
          </Link>
        ))}
      </nav>
      <FreezeList view={view} />
    </>
  );
}

function FreezeList({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const list = useFreezes(view === 'held');
  return (
    <PagedList list={list} empty={{ text: t(`settling.freeze.empty.${view}`) }}>
      {(freezes) => (
        <ul className="plain-list">
          {freezes.map((freeze) => (
            <li key={freeze.id}>
              <FreezeCard freeze={freeze} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
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

function FreezeExport({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  return (
    <ExportButton<Freeze>
      fileName={`${t('settling.freeze.exportName')}-${t(`settling.freeze.views.${view}`)}`}
      fetchPage={fetchFreezes(view === 'held')}
      columns={[
        { title: t('settling.freeze.party'), text: ({ party }) => party.name },
        { title: t('money.reason'), text: ({ reason }) => reason },
        { title: t('settling.freeze.frozenAt'), kind: 'instant', text: ({ frozenAt }) => frozenAt },
        { title: t('settling.freeze.frozenBy'), text: ({ frozenByName }) => frozenByName ?? '' },
        { title: t('settling.freeze.released'), kind: 'instant', text: ({ releasedAt }) => releasedAt ?? '' },
        { title: t('settling.freeze.releaseReason'), text: ({ releaseReason }) => releaseReason ?? '' },
      ]}
    />
  );
}
