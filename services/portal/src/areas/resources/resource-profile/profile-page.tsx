import '../../../kit/styles/organising.css';
import '../../../kit/styles/resource.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { SettingFold, SettingGroup } from '../../../kit/settings.js';
import type { Resource } from '../resource/resource-filters.js';
import { useIsKeeper, useResource } from '../resource/use-resource.js';
import { filledOf } from './attributes.model.js';
import { DocumentKeeper } from './document-keeper.js';
import { ResourcePictureKeeper } from './resource-picture-keeper.js';
import {
  useAttributes,
  useConditions,
  useCustodian,
  useDocuments,
  useResourcePictures,
} from './use-profile.js';

const AttributesForm = lazyPart('AttributesForm', () => import('./attributes-form.js'));
const ConditionsForm = lazyPart('ConditionsForm', () => import('./conditions-form.js'));
const CustodianForm = lazyPart('CustodianForm', () => import('./custodian-form.js'));

/** The profile of a resource, for its keeper: pictures, attributes, conditions of use, custodian and documents. */
export function ResourceProfilePage() {
  const { t } = useTranslation();
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  // Read together with the resource, so that the sections need not wait for it.
  useConditions(resourceId);
  useCustodian(resourceId);
  useResourcePictures(resourceId);
  useAttributes(resourceId);
  return (
    <div className="form-page">
      <Loaded query={resource}>
        {(data) => (
          <>
            <PageHead title={t('profile.titleOf', { title: data.title })} back={`/resources/${resourceId}`} />
            <Profile key={data.id} resource={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** A line for each part, which says what there is of it and opens to be changed. */
function Profile({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const isKeeper = useIsKeeper(resource);
  if (!isKeeper) return <p>{t('profile.notKept')}</p>;
  return (
    <SettingGroup id="profile-title" title={t('profile.title')}>
      <PicturesFold resourceId={resource.id} />
      <AttributesFold resource={resource} />
      <ConditionsFold resourceId={resource.id} />
      <CustodianFold resourceId={resource.id} />
      {resource.lending === 'access' && <DocumentsFold resourceId={resource.id} />}
    </SettingGroup>
  );
}

function PicturesFold({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const pictures = useResourcePictures(resourceId);
  const count = pictures.data?.items.length;
  return (
    <SettingFold
      id="pictures"
      title={t('profile.pictures.title')}
      value={useStanding(count, t('profile.pictures.count', { count: count ?? 0 }))}
    >
      <p className="hint">{t('profile.pictures.hint')}</p>
      <Loaded query={pictures}>
        {(data) => <ResourcePictureKeeper resourceId={resourceId} pictures={data} />}
      </Loaded>
    </SettingFold>
  );
}

function AttributesFold({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const attributes = useAttributes(resource.id);
  const count = attributes.data && filledOf(resource.function, attributes.data);
  return (
    <SettingFold
      id="attributes"
      title={t('profile.attributes.title')}
      value={useStanding(count, t('profile.attributes.count', { count: count ?? 0 }))}
    >
      <Loaded query={attributes}>{(data) => <AttributesForm resource={resource} attributes={data} />}</Loaded>
    </SettingFold>
  );
}

function ConditionsFold({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const conditions = useConditions(resourceId);
  const version = conditions.data?.version;
  return (
    <SettingFold
      id="conditions"
      title={t('profile.conditions.title')}
      value={useStanding(version, t('profile.conditions.version', { version }))}
    >
      <Loaded query={conditions}>
        {(data) => <ConditionsForm key={data.version} resourceId={resourceId} conditions={data} />}
      </Loaded>
    </SettingFold>
  );
}

function CustodianFold({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const custodian = useCustodian(resourceId);
  const { data } = custodian;
  const said = data && (data.name ?? data.deskHours ?? data.contact);
  return (
    <SettingFold
      id="custodian"
      title={t('profile.custodian.title')}
      value={useStanding(data && (said ? 1 : 0), said)}
    >
      <Loaded query={custodian}>
        {(found) => <CustodianForm resourceId={resourceId} custodian={found} />}
      </Loaded>
    </SettingFold>
  );
}

function DocumentsFold({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const documents = useDocuments(resourceId);
  const count = documents.data?.items.length;
  return (
    <SettingFold
      id="documents"
      title={t('profile.documents.title')}
      value={useStanding(count, t('profile.documents.count', { count: count ?? 0 }))}
    >
      <Loaded query={documents}>
        {(data) => <DocumentKeeper resourceId={resourceId} documents={data} />}
      </Loaded>
    </SettingFold>
  );
}

/** What is said of a part at the end of its line; nothing until it is known. */
function useStanding(count: number | undefined, said: ReactNode): ReactNode {
  const { t } = useTranslation();
  if (count === undefined) return undefined;
  return count === 0 ? t('profile.missing') : said;
}
