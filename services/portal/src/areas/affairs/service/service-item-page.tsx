import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList, useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { definitionOf, type Service, type ServiceDefinition } from './service.model.js';
import { ServiceDesigner } from './service-designer.js';
import { TemplateUpdate } from './template-update.js';

/** A service as its officers work on it: what it says and asks, and whether it is offered. */
export function ServiceItemPage() {
  const { serviceId = '' } = useParams();
  const query = useRead('service', '/services/{serviceId}', { serviceId });
  return <Loaded query={query}>{(service) => <OneServiceItem key={service.id} service={service} />}</Loaded>;
}

/** What a template has put in the form of one edition, and how often. */
interface Brought {
  readonly edition: number;
  readonly count: number;
  readonly definition: ServiceDefinition;
}

function OneServiceItem({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  const isOfficer = useOffices().holds('officer');
  const { id: serviceId, state } = service;
  return (
    <DetailPage
      title={service.name}
      back="/service-items"
      state={
        <span className={state === 'open' ? 'tag is-published' : 'tag'}>
          {t(`matter.serviceState.${state}`)}
        </span>
      }
      primary={service.changeable && state !== 'open' && <OpenService service={service} />}
      secondary={
        <ButtonLink to={`/services/${serviceId}`} isPlain>
          {t('serviceDesign.asPeopleSee')}
        </ButtonLink>
      }
      more={service.changeable && state === 'open' && <CloseService service={service} />}
      notices={<Standing service={service} />}
    >
      {isOfficer && service.handledBy === 'named' && <Named service={service} />}
      {service.changeable ? (
        <Designing service={service} />
      ) : (
        <p className="hint">{t('serviceDesign.onlyTheirs', { union: service.unionName })}</p>
      )}
    </DetailPage>
  );
}

/** What it says and asks, with what its template has come to be since. */
function Designing({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  const change = useCommand('service', 'put', '/services/{serviceId}', { onStale: 'refuse' });
  const [brought, setBrought] = useState<Brought>();
  const { id: serviceId, version, edition } = service;
  // Once it is saved there is a new edition, which says the same.
  const draft = brought?.edition === edition ? brought : undefined;
  const count = draft?.count ?? 0;
  const definition = definitionOf(service);
  return (
    <>
      <section className="card" aria-label={t('serviceDesign.bring.title')}>
        <TemplateUpdate
          definition={definition}
          onBring={(changed) => setBrought({ edition, count: count + 1, definition: changed })}
        />
      </section>
      <ServiceDesigner
        key={`${edition} ${count}`}
        definition={draft?.definition ?? definition}
        command={change}
        input={(body) => ({ serviceId, version, body })}
        submit={t('serviceDesign.saveService')}
        isSaved={change.isSuccess}
        isNew={draft !== undefined}
      />
    </>
  );
}

/** Whether people can use it now, and what opening it does. */
function Standing({ service: { state, closeReason, changeable } }: { readonly service: Service }) {
  const { t } = useTranslation();
  if (state === 'open') return <p className="hint">{t('serviceDesign.isNow.open')}</p>;
  return (
    <Alert
      type="info"
      showIcon
      className="notice"
      title={t(`serviceDesign.isNow.${state}`, { reason: closeReason ?? '' })}
      {...(changeable && { description: t('serviceDesign.openHint') })}
    />
  );
}

/** Who is named for it; where nobody is, whatever is sent waits until somebody is. */
function Named({ service: { id: serviceId } }: { readonly service: Service }) {
  const { t } = useTranslation();
  const { items } = useList('serviceHandler', '/service-handlers', { serviceId });
  return (
    <section className="card" aria-labelledby="named-title">
      <h2 id="named-title">{t('matter.named.title')}</h2>
      {items?.length === 0 ? (
        <Alert type="warning" showIcon className="notice" title={t('matter.named.nobodyYet')} />
      ) : (
        <p className="hint">{t('matter.named.hint.named')}</p>
      )}
      <div className="actions">
        <ButtonLink to={`/service-handlers?serviceId=${serviceId}`}>{t('matter.named.see')}</ButtonLink>
      </div>
    </section>
  );
}

function OpenService({ service: { id: serviceId, version, questions } }: { readonly service: Service }) {
  const { t } = useTranslation();
  const open = useCommand('service', 'post', '/services/{serviceId}/open');
  return (
    <>
      {open.isError && <Refusal title={t('serviceDesign.openRefused')} error={open.error} />}
      <ConfirmButton
        type="primary"
        loading={open.isPending}
        question={t('serviceDesign.openQuestion', { count: questions.length })}
        confirmText={t('serviceDesign.openService')}
        onConfirm={() => open.mutate({ serviceId, version })}
      >
        {t('serviceDesign.openService')}
      </ConfirmButton>
    </>
  );
}

function CloseService({ service: { id: serviceId, version } }: { readonly service: Service }) {
  const { t } = useTranslation();
  const reason = useReason();
  const close = useCommand('service', 'post', '/services/{serviceId}/close');
  return (
    <>
      <p className="hint">{t('serviceDesign.closeHint')}</p>
      <ReasonField
        reason={reason}
        label={t('serviceDesign.closeReason')}
        required={t('matter.reasonRequired')}
      />
      {close.isError && <Refusal title={t('serviceDesign.closeRefused')} error={close.error} />}
      <ConfirmButton
        danger
        loading={close.isPending}
        question={t('serviceDesign.closeQuestion')}
        confirmText={t('serviceDesign.closeService')}
        onConfirm={() => reason.take((text) => close.mutate({ serviceId, version, body: { reason: text } }))}
      >
        {t('serviceDesign.closeService')}
      </ConfirmButton>
    </>
  );
}
