import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../kit/loaded.js';
import type { Resource } from '../resource/resource-filters.js';
import { AttributesSection } from './attributes-section.js';
import { DocumentList } from './document-list.js';
import { ResourcePictureStrip } from './resource-picture-strip.js';
import { type Custodian, useConditions, useCustodian, useDocuments } from './use-profile.js';

/** The profile of a resource: pictures, attributes, documents, conditions of use and custodian. */
export function ProfileSection({ resource }: { readonly resource: Resource }) {
  return (
    <>
      <ResourcePictureStrip resourceId={resource.id} />
      <AttributesSection resource={resource} />
      {resource.lending === 'access' && <DocumentSection resourceId={resource.id} />}
      {resource.conditionsVersion > 0 && <ConditionsSection resource={resource} />}
      <CustodianSection resourceId={resource.id} />
    </>
  );
}

function DocumentSection({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const documents = useDocuments(resourceId);
  return (
    <section className="card" aria-labelledby="documents-title">
      <h2 id="documents-title">{t('profile.documents.title')}</h2>
      <p className="hint">{t('profile.documents.hint')}</p>
      <Loaded query={documents}>{(data) => <DocumentList resourceId={resourceId} documents={data} />}</Loaded>
    </section>
  );
}

function ConditionsSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const { id, conditionsVersion } = resource;
  const conditions = useConditions(id, conditionsVersion);
  return (
    <section className="card" aria-labelledby="conditions-title">
      <h2 id="conditions-title">{t('profile.conditions.title')}</h2>
      <p className="hint">{t('profile.conditions.version', { version: conditionsVersion })}</p>
      <Loaded query={conditions}>
        {({ html }) => <div className="markdown" dangerouslySetInnerHTML={{ __html: html }} />}
      </Loaded>
    </section>
  );
}

/** Who hands the resource over, and when; nothing where no custodian is named. */
export function CustodianSection({ resourceId }: { readonly resourceId: string }) {
  const custodian = useCustodian(resourceId);
  if (custodian.data === undefined || !isNamed(custodian.data)) return null;
  return <CustodianFacts custodian={custodian.data} />;
}

function isNamed({ name, deskHours, hasContact }: Custodian): boolean {
  return name !== null || deskHours !== null || hasContact;
}

function CustodianFacts({
  custodian: { name, deskHours, contact, hasContact },
}: {
  readonly custodian: Custodian;
}) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="custodian-title">
      <h2 id="custodian-title">{t('profile.custodian.title')}</h2>
      <dl className="facts">
        {name !== null && (
          <>
            <dt>{t('profile.custodian.name')}</dt>
            <dd>{name}</dd>
          </>
        )}
        {deskHours !== null && (
          <>
            <dt>{t('profile.custodian.deskHours')}</dt>
            <dd>{deskHours}</dd>
          </>
        )}
        {hasContact && (
          <>
            <dt>{t('profile.custodian.contact')}</dt>
            <dd>{contact ?? t('profile.custodian.withLoan')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
