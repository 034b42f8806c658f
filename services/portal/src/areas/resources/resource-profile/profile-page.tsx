import '../../../kit/styles/resource.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import type { Resource } from '../resource/resource-filters.js';
import { useIsKeeper, useResource } from '../resource/use-resource.js';
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
      <PageHead title={t('profile.title')} back={`/resources/${resourceId}`} />
      <Loaded query={resource}>{(data) => <Profile key={data.id} resource={data} />}</Loaded>
    </div>
  );
}

function Profile({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const isKeeper = useIsKeeper(resource);
  const conditions = useConditions(resource.id);
  const custodian = useCustodian(resource.id);
  const pictures = useResourcePictures(resource.id);
  const attributes = useAttributes(resource.id);
  if (!isKeeper) return <p>{t('profile.notKept')}</p>;
  return (
    <>
      <section className="card" aria-labelledby="pictures-title">
        <h2 id="pictures-title">{t('profile.pictures.title')}</h2>
        <p className="hint">{t('profile.pictures.hint')}</p>
        <Loaded query={pictures}>
          {(data) => <ResourcePictureKeeper resourceId={resource.id} pictures={data} />}
        </Loaded>
      </section>
      <section className="card" aria-labelledby="attributes-title">
        <h2 id="attributes-title">{t('profile.attributes.title')}</h2>
        <Loaded query={attributes}>
          {(data) => <AttributesForm resource={resource} attributes={data} />}
        </Loaded>
      </section>
      <section className="card" aria-labelledby="conditions-title">
        <h2 id="conditions-title">{t('profile.conditions.title')}</h2>
        <Loaded query={conditions}>
          {(data) => <ConditionsForm key={data.version} resourceId={resource.id} conditions={data} />}
        </Loaded>
      </section>
      <section className="card" aria-labelledby="custodian-title">
        <h2 id="custodian-title">{t('profile.custodian.title')}</h2>
        <Loaded query={custodian}>
          {(data) => <CustodianForm resourceId={resource.id} custodian={data} />}
        </Loaded>
      </section>
      {resource.lending === 'access' && <DocumentSection resourceId={resource.id} />}
    </>
  );
}

function DocumentSection({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const documents = useDocuments(resourceId);
  return (
    <section className="card" aria-labelledby="documents-title">
      <h2 id="documents-title">{t('profile.documents.title')}</h2>
      <Loaded query={documents}>
        {(data) => <DocumentKeeper resourceId={resourceId} documents={data} />}
      </Loaded>
    </section>
  );
}
