import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { RecognitionsOf } from '../../evaluation/recognition/recognitions-part.js';
import { BlockSection } from '../resource/block-section.js';
import { BorrowSection } from '../borrowing/borrow-section.js';
import { GrantSection } from '../grant/grant-section.js';
import { ProfileSection } from '../resource-profile/profile-section.js';
import { ResourceTags } from '../resource/resource-card.js';
import { ResourceFacts } from '../resource/resource-facts.js';
import type { Resource } from '../resource/resource-filters.js';
import { useIsKeeper, useResource } from '../resource/use-resource.js';
import { WithdrawButton } from './withdraw-button.js';

const LendingSection = lazyPart('LendingSection', () => import('../lending/lending-section.js'), {
  rows: 4,
  texts: ['lending'],
});
const YearSection = lazyPart('YearSection', () => import('../stock/year-section.js'), { rows: 8 });
const MaintenanceSection = lazyPart(
  'MaintenanceSection',
  () => import('../maintenance/maintenance-section.js'),
  { rows: 3, texts: ['maintenance'] },
);
const KitSection = lazyPart('KitSection', () => import('../stock/kit-section.js'));

const bookingId = 'booking';

export function ResourcePage() {
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  return <Loaded query={resource}>{(data) => <OneResource key={data.id} resource={data} />}</Loaded>;
}

function OneResource({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const isKeeper = useIsKeeper(resource);
  return (
    <DetailPage
      title={resource.title}
      back="/offers"
      state={<ResourceTags resource={resource} />}
      primary={
        isKeeper && !resource.active ? (
          <WithdrawButton resource={resource} />
        ) : (
          resource.active && <BorrowLink isKeeper={isKeeper} />
        )
      }
      secondary={isKeeper && <KeeperWays resource={resource} />}
      more={isKeeper && resource.active && <WithdrawButton resource={resource} />}
      notices={
        !resource.active && (
          <Alert type="warning" showIcon title={t('resource.withdrawnHint')} className="notice" />
        )
      }
    >
      <ResourceFacts resource={resource} />
      <ProfileSection resource={resource} />
      <RecognitionsOf subjectId={resource.id} />
      {resource.counting === 'kit' && <KitSection resource={resource} isKeeper={isKeeper} />}
      <div id={bookingId}>
        <BorrowSection resource={resource} />
      </div>
      <YearSection resource={resource} />
      <LendingSection resource={resource} isKeeper={isKeeper} />
      {isKeeper && (
        <>
          <BlockSection resource={resource} />
          <MaintenanceSection resource={resource} />
        </>
      )}
      <GrantSection resource={resource} isKeeper={isKeeper} />
    </DetailPage>
  );
}

/** What others come for: it leads past the particulars to the calendar and the form. */
function BorrowLink({ isKeeper }: { readonly isKeeper: boolean }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  if (isKeeper || !holds(...organisingRoles)) return null;
  return (
    <Button type="primary" onClick={() => document.getElementById(bookingId)?.scrollIntoView()}>
      {t('resource.borrow.open')}
    </Button>
  );
}

function KeeperWays({ resource: { id, counting, quantity } }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/resources/${id}/edit`}>{t('resource.edit')}</Link>
      <Link to={`/resources/${id}/profile`}>{t('profile.edit')}</Link>
      {counting === 'pieces' && (
        <Link to={`/resources/${id}/pieces`}>
          {t(quantity === 0 ? 'stock.piece.addFirst' : 'stock.piece.manage', { count: quantity })}
        </Link>
      )}
    </>
  );
}
