import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHead } from '../../../kit/page-head.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
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

export function ResourcePage() {
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  return <Loaded query={resource}>{(data) => <OneResource key={data.id} resource={data} />}</Loaded>;
}

function OneResource({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const isKeeper = useIsKeeper(resource);
  return (
    <>
      <PageHead title={resource.title} back="/offers">
        {isKeeper && <Link to={`/resources/${resource.id}/edit`}>{t('resource.edit')}</Link>}
        {isKeeper && <Link to={`/resources/${resource.id}/profile`}>{t('profile.edit')}</Link>}
        {isKeeper && resource.counting === 'pieces' && (
          <Link to={`/resources/${resource.id}/pieces`}>
            {t(resource.quantity === 0 ? 'stock.piece.addFirst' : 'stock.piece.manage', {
              count: resource.quantity,
            })}
          </Link>
        )}
        {isKeeper && <WithdrawButton resource={resource} />}
      </PageHead>
      <ResourceTags resource={resource} />
      {!resource.active && (
        <Alert type="warning" showIcon title={t('resource.withdrawnHint')} className="notice" />
      )}
      <ResourceFacts resource={resource} />
      <ProfileSection resource={resource} />
      <RecognitionsOf subjectId={resource.id} />
      {resource.counting === 'kit' && <KitSection resource={resource} isKeeper={isKeeper} />}
      <BorrowSection resource={resource} />
      <YearSection resource={resource} />
      <LendingSection resource={resource} isKeeper={isKeeper} />
      {isKeeper && (
        <>
          <BlockSection resource={resource} />
          <MaintenanceSection resource={resource} />
        </>
      )}
      <GrantSection resource={resource} isKeeper={isKeeper} />
    </>
  );
}
