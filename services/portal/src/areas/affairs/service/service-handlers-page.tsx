import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { EmptyState } from '../../../kit/states.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { EndHandlerForm } from './end-handler-form.js';
import { NameHandlerForm } from './name-handler-form.js';
import type { Service, ServiceHandler } from './service.model.js';

/** Who is named for a service, at the unions of the officer, above and below. The service stands in the address. */
export function ServiceHandlersPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const serviceId = search.get('serviceId') ?? '';
  const query = useRead('service', '/services/{serviceId}', serviceId === '' ? undefined : { serviceId });
  if (serviceId === '')
    return (
      <EmptyState text={t('matter.named.noService')}>
        <ButtonLink to="/service-items">{t('matter.ourServices')}</ButtonLink>
      </EmptyState>
    );
  return <Loaded query={query}>{(service) => <Handlers key={service.id} service={service} />}</Loaded>;
}

function Handlers({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  const [isNaming, setIsNaming] = useState(false);
  const name = (
    <Button type="primary" onClick={() => setIsNaming(true)}>
      {t('matter.named.name')}
    </Button>
  );
  return (
    <ListPage
      title={t('matter.named.titleOf', { service: service.name })}
      back={`/service-items/${service.id}`}
      actions={!isNaming && name}
      intro={
        <>
          <p className="hint">{t(`matter.named.hint.${service.handledBy}`)}</p>
          {isNaming && <NameHandlerForm service={service} onClose={() => setIsNaming(false)} />}
        </>
      }
      list={useList('serviceHandler', '/service-handlers', { serviceId: service.id })}
      empty={{ text: t('matter.named.none') }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): readonly Column<ServiceHandler>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  return [
    {
      key: 'name',
      title: t('matter.named.person'),
      cell: ({ personId, name }) => nameOf(personId, name),
    },
    { key: 'title', title: t('matter.named.titleLabel'), cell: ({ title }) => title },
    {
      key: 'union',
      title: t('matter.named.union'),
      cell: ({ unionName }) => unionName,
      order: ({ unionName }) => unionName,
    },
    {
      key: 'since',
      title: t('matter.named.since'),
      cell: ({ namedAt }) => format.instant(namedAt),
      order: ({ namedAt }) => namedAt,
    },
    {
      key: 'open',
      title: t('matter.named.open'),
      cell: ({ open }) => t('matter.named.inHand', { count: open }),
      order: ({ open }) => open,
    },
    {
      key: 'acts',
      title: t('matter.acts'),
      cell: (handler) => handler.endable && <HandlerEnding handler={handler} />,
    },
  ];
}

function HandlerEnding({ handler }: { readonly handler: ServiceHandler }) {
  const { t } = useTranslation();
  const [isEnding, setIsEnding] = useState(false);
  if (isEnding) return <EndHandlerForm handler={handler} onClose={() => setIsEnding(false)} />;
  const label = t('matter.named.endNamed', { name: handler.name, union: handler.unionName });
  return (
    <Button aria-label={label} onClick={() => setIsEnding(true)}>
      {t('matter.named.end')}
    </Button>
  );
}
