import './front.css';
import '../../../kit/styles/link-tiles.css';
import {
  BankOutlined,
  FileSearchOutlined,
  GiftOutlined,
  IdcardOutlined,
  PictureOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  UserAddOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import { PublicServices } from '../../affairs/service/public-services.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PublicContactPoints } from '../../members/contact-point/public-contact-points.js';
import { PublicActivityCard } from '../public-union/public-activity-card.js';
import { NetworkFigures } from './network-figures.js';

const shownMax = 6;

const LatestBulletins = lazyPart('LatestBulletins', () => import('../../bulletins/latest-bulletins.js'), {
  rows: 0,
  texts: ['bulletin'],
});

/** What somebody sees who is not signed in: whose network this is, what is on, what it has shared, and the ways in. */
export function FrontPage() {
  const { t } = useTranslation();
  const network = useRead('publicUnion', '/public/network', {});
  usePageTitle(t('front.title'));
  return (
    <>
      <div className="front">
        <h1>{t('front.title')}</h1>
        {network.data !== undefined && <p className="front-whose">{network.data.name}</p>}
        <p>{t('front.what')}</p>
        <div className="actions">
          <ButtonLink to="/sign-in">{t('session.submit')}</ButtonLink>
          <ButtonLink to="/join" isPlain>
            {t('front.join')}
          </ButtonLink>
        </div>
      </div>
      <NetworkFigures network={network.data} />
      {network.data !== undefined && <Coming unionId={network.data.unionId} />}
      {network.data === undefined && network.error === null && <LoadingState rows={4} />}
      {network.data === undefined && network.error !== null && (
        <ErrorState error={network.error} onRetry={() => void network.refetch()} />
      )}
      <LatestBulletins />
      <PublicServices />
      <Offered />
      <WaysIn />
      {network.data !== undefined && <PublicContactPoints unionId={network.data.unionId} />}
    </>
  );
}

function Coming({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const coming = useRead('publicUnion', '/public/unions/{unionId}/activities', { unionId, limit: shownMax });
  const { data, error, refetch } = coming;
  return (
    <section aria-labelledby="coming-title">
      <h2 id="coming-title">{t('publicUnion.coming')}</h2>
      {data === undefined && error === null && <LoadingState rows={4} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="hint">{t('publicUnion.nothing')}</p>}
      <ul className="plain-list activities">
        {data?.items.map((activity) => (
          <li key={activity.id}>
            <PublicActivityCard activity={activity} />
          </li>
        ))}
      </ul>
      <Link to={`/public/unions/${unionId}`} className="back">
        {t('front.allActivities')}
      </Link>
    </section>
  );
}

const offered = [
  { to: '/public/vacancies', key: 'vacancies', icon: SolutionOutlined },
  { to: '/public/benefits', key: 'benefits', icon: GiftOutlined },
  { to: '/public/works-calls', key: 'worksCalls', icon: PictureOutlined },
] as const;

const ways = [
  { to: '/activate', key: 'activate', icon: IdcardOutlined },
  { to: '/join', key: 'join', icon: UserAddOutlined },
  { to: '/found', key: 'found', icon: BankOutlined },
  { to: '/verify', key: 'verify', icon: SafetyCertificateOutlined },
  { to: '/matter-status', key: 'matterStatus', icon: FileSearchOutlined },
] as const;

/** What else anybody may look at. */
function Offered() {
  const { t } = useTranslation();
  const tiles = offered.map((tile) => ({
    ...tile,
    name: t(`front.offer.${tile.key}`),
    hint: t(`front.offerFor.${tile.key}`),
  }));
  return <LinkTiles id="offered-title" title={t('front.offered')} tiles={tiles} />;
}

/** One way in for each kind of newcomer. */
function WaysIn() {
  const { t } = useTranslation();
  const tiles = ways.map((tile) => ({
    ...tile,
    name: t(`front.way.${tile.key}`),
    hint: t(`front.wayFor.${tile.key}`),
  }));
  return <LinkTiles id="ways-title" title={t('front.ways')} tiles={tiles} />;
}

interface LinkTilesProps {
  readonly id: string;
  readonly title: string;
  readonly tiles: readonly {
    readonly to: string;
    readonly icon: ComponentType<{ readonly 'aria-hidden': true }>;
    readonly name: string;
    readonly hint: string;
  }[];
}

function LinkTiles({ id, title, tiles }: LinkTilesProps) {
  return (
    <section aria-labelledby={id} className="link-tiles">
      <h2 id={id}>{title}</h2>
      <ul>
        {tiles.map(({ to, icon: Icon, name, hint }) => (
          <li key={to} className="card">
            <Icon aria-hidden />
            <Link to={to}>{name}</Link>
            <p className="hint">{hint}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
