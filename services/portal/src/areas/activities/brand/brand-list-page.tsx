import './brand.css';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { ListPage } from '../../../kit/list-page.js';
import { activityKinds, resourceFunctions, unionBusinesses } from '../../../api/classification.js';
import { useOffices } from '../../../session/use-offices.js';
import type { BrandLine } from './brand.model.js';
import { type BrandFilters, filtersOf, searchOf } from './brand-filters.js';

/** The brands that one may adopt, and one's own. */
export function BrandListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('app.page.brands')}
      intro={
        <>
          <p className="hint">{t('brand.hint')}</p>
          <Filters filters={filters} onChange={(changed) => setSearch(searchOf(changed))} />
        </>
      }
      list={useList('brand', '/brands', filters)}
      empty={{ text: t(isFiltered ? 'common.nothingFound' : 'brand.none') }}
    >
      {(items) => (
        <ul className="plain-list">
          {items.map((line) => (
            <li key={line.id}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}

interface FiltersProps {
  readonly filters: BrandFilters;
  readonly onChange: (filters: BrandFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [typed, setTyped] = useState(filters.q ?? '');
  const change = (changed: object): void => onChange({ ...filters, ...changed });
  return (
    <form
      className="brand-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        change({ q: typed });
      }}
    >
      <Input
        allowClear
        maxLength={200}
        value={typed}
        aria-label={t('brand.search')}
        placeholder={t('brand.search')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => change({ q: typed })}
      />
      <About filters={filters} onChange={onChange} />
      <Choice
        label={t('brand.sort')}
        value={filters.sort}
        options={[
          { value: '' as const, label: t('brand.newest') },
          { value: 'editions' as const, label: t('brand.mostEditions') },
        ]}
        onChange={(sort) => change({ sort })}
      />
      {holds('officer', 'organiser') && (
        <Checkbox
          checked={filters.mine === true}
          onChange={({ target }) => change({ mine: target.checked ? true : undefined })}
        >
          {t('brand.mine')}
        </Checkbox>
      )}
    </form>
  );
}

function About({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const any = (label: string) => ({ value: '' as const, label });
  const change = (changed: object): void => onChange({ ...filters, ...changed });
  return (
    <>
      <Choice
        label={t('activity.kindLabel')}
        value={filters.kind}
        options={[
          any(t('brand.anyKind')),
          ...activityKinds.map((value) => ({ value, label: t(`activity.kind.${value}`) })),
        ]}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={t('activity.functionLabel')}
        value={filters.function}
        options={[
          any(t('brand.anyFunction')),
          ...resourceFunctions.map((value) => ({ value, label: t(`activity.function.${value}`) })),
        ]}
        onChange={(chosen) => change({ function: chosen })}
      />
      <Choice
        label={t('activity.businessLabel')}
        value={filters.business}
        options={[
          any(t('brand.anyBusiness')),
          ...unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
        ]}
        onChange={(business) => change({ business })}
      />
    </>
  );
}

function Line({ line }: { readonly line: BrandLine }) {
  const { t } = useTranslation();
  const { id, name, founder, state, adoption, kind, editions } = line;
  return (
    <article className="card">
      <h2>
        <Link to={`/brands/${id}`}>{name}</Link>
      </h2>
      <p className="tags">
        {state !== 'published' && <span className="tag">{t(`brand.state.${state}`)}</span>}
        <span className="tag is-kind">{t(`activity.kind.${kind}`)}</span>
        <span className="tag">{t(`brand.adoption.${adoption}`)}</span>
      </p>
      <p>{t('brand.foundedBy', { union: founder.name })}</p>
      <p className="hint">{t('brand.editionCount', { count: editions })}</p>
    </article>
  );
}
