import './resource.css';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { FetchPage } from '../../api/use-pages.js';
import { AreaTabs } from '../../shell/area-tabs.js';
import { Choice } from '../../shell/choice.js';
import { ExportButton } from '../../shell/export-button.js';
import { searchOf, withFilter } from '../../shell/filters.model.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { useOffices } from '../session/use-offices.js';
import { ResourceCard } from './resource-card.js';
import {
  filtersOf,
  type Resource,
  type ResourceFilters,
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from './resource-filters.js';
import { partyNameQuery } from './use-names.js';
import { fetchResources } from './use-resource.js';
import { useResources } from './use-resources.js';
import { Input } from '../../shell/input.js';

export function ResourceListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (changed: ResourceFilters): void => setSearch(searchOf(changed));
  const { holdsOffice } = useOffices();
  return (
    <>
      {holdsOffice && <AreaTabs area="resources" />}
      <PageHead title={t('resource.title')}>
        <Link to="/resources/new">{t('resource.offer')}</Link>
        {holdsOffice && <ExportResources filters={filters} />}
      </PageHead>
      <Filters key={filters.q ?? ''} filters={filters} onChange={change} />
      <ResourceList filters={filters} onClear={() => change({})} />
    </>
  );
}

interface FiltersProps {
  readonly filters: ResourceFilters;
  readonly onChange: (filters: ResourceFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q ?? '');
  const withText = withFilter(filters, 'q', text.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(withText);
  };
  return (
    <form role="search" onSubmit={submit} className="resource-filters">
      <Input
        type="search"
        value={text}
        maxLength={50}
        aria-label={t('resource.searchLabel')}
        placeholder={t('resource.searchLabel')}
        onChange={(event) => setText(event.target.value)}
      />
      <Choice<ResourceFunction>
        value={filters.function}
        label={t('activity.functionLabel')}
        options={[
          { value: '', label: t('activity.everyFunction') },
          ...resourceFunctions.map((value) => ({ value, label: t(`activity.function.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(withText, 'function', value))}
      />
      <Choice<UnionBusiness>
        value={filters.business}
        label={t('activity.businessLabel')}
        options={[
          { value: '', label: t('activity.everyBusiness') },
          ...unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(withText, 'business', value))}
      />
      <Button type="primary" htmlType="submit">
        {t('common.search')}
      </Button>
    </form>
  );
}

interface ResourceListProps {
  readonly filters: ResourceFilters;
  readonly onClear: () => void;
}

function ResourceList({ filters, onClear }: ResourceListProps) {
  const { t } = useTranslation();
  const list = useResources(filters);
  const isFiltered = Object.keys(filters).length > 0;
  const empty = {
    text: t(isFiltered ? 'resource.emptyFiltered' : 'resource.empty'),
    action: isFiltered ? (
      <div className="actions is-centred">
        <Button onClick={onClear}>{t('resource.clearFilters')}</Button>
        <Link to="/needs/new">{t('resource.postNeed')}</Link>
      </div>
    ) : (
      <Link to="/resources/new">{t('resource.offer')}</Link>
    ),
  };
  return (
    <PagedList list={list} empty={empty}>
      {(items) => (
        <ul className="plain-list activities">
          {items.map((resource) => (
            <li key={resource.id}>
              <ResourceCard resource={resource} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

type NamedResource = Resource & { readonly ownerName: string };

function ExportResources({ filters }: { readonly filters: ResourceFilters }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const fetchNamed: FetchPage<NamedResource> = async (page, signal) => {
    const { items, nextCursor } = await fetchResources(filters)(page, signal);
    const name = ({ owner }: Resource): Promise<string> =>
      owner.kind === 'person'
        ? Promise.resolve(t('resource.aMember'))
        : queryClient.fetchQuery(partyNameQuery(owner));
    const named = items.map(async (one) => ({ ...one, ownerName: await name(one) }));
    return { items: await Promise.all(named), nextCursor };
  };
  return (
    <ExportButton<NamedResource>
      fileName={t('resource.title')}
      fetchPage={fetchNamed}
      columns={[
        { title: t('resource.name'), text: ({ title }) => title },
        { title: t('activity.functionLabel'), text: (one) => t(`activity.function.${one.function}`) },
        {
          title: t('activity.businessLabel'),
          text: ({ businesses }) =>
            businesses.map((one) => t(`activity.business.${one}`)).join(t('common.separator')),
        },
        { title: t('resource.owner'), text: ({ ownerName }) => ownerName },
        { title: t('resource.district'), text: ({ district }) => district ?? '' },
        { title: t('resource.place'), text: ({ place }) => place ?? '' },
        { title: t('resource.capacity'), text: ({ capacity }) => (capacity === null ? '' : `${capacity}`) },
        {
          title: t('resource.state'),
          text: ({ active }) => t(active ? 'resource.onOffer' : 'resource.withdrawn'),
        },
      ]}
    />
  );
}
