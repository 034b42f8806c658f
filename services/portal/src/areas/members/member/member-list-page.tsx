import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { withFilter } from '../../../kit/filters.model.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import type { FilterChip } from '../../../kit/list-parts.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useServedOrder } from '../../../kit/use-served-order.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { MemberStateTag } from './member-state-tag.js';
import {
  filtersOf,
  isPersonalNumber,
  type Member,
  type MemberFilters,
  type MemberState,
  memberStates,
  endReasons,
  type EndReason,
  type MembershipStanding,
  requestOf,
  searchOf,
  standings,
} from './member.model.js';

const AddMember = lazyPart('AddMember', () => import('./add-member.js'), { rows: 6, texts: ['party'] });

/** Columns in whose order the platform lists members; their names are encrypted there. */
const served = ['validFrom'] as const;
const formsMax = 100;

export function MemberListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { holds } = useOffices();
  const [isAdding, setIsAdding] = useState(false);
  const { filters, change } = useFilters();
  const columns = useColumns();
  const exportColumns = useExportColumns();
  const list = useList('member', '/members', {
    ...requestOf(filters),
    ...useServedOrder(served),
    count: true,
  });
  const shown = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <ListPage
      title={t('app.page.members')}
      actions={
        holds('officer') && (
          <>
            <Button type="primary" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
              {t('member.add')}
            </Button>
            <ButtonLink to="/member-imports/new" isPlain>
              {t('member.importRoster')}
            </ButtonLink>
            {shown.length > 0 && (
              <ButtonLink to={formsOf(shown)} isPlain>
                {t('member.registrationForms')}
              </ButtonLink>
            )}
            <Preload part={AddMember} />
          </>
        )
      }
      intro={
        <>
          {isAdding && (
            <AddMember
              onAdded={({ id }) => void navigate(`/members/${id}`)}
              onClose={() => setIsAdding(false)}
            />
          )}
          <p className="hint">{t('member.searchHint')}</p>
        </>
      }
      search={{
        label: t('member.searchLabel'),
        value: filters.q ?? '',
        onFind: (text) => change(withFilter(filters, 'q', text)),
      }}
      filters={<MemberFilterFields filters={filters} onChange={change} />}
      list={list}
      empty={
        Object.keys(filters).length === 0
          ? { text: t('member.empty') }
          : {
              text: t('member.emptyFiltered'),
              action: <Button onClick={() => change({})}>{t('member.clearFilters')}</Button>,
            }
      }
      table={{ columns, served, rowKey: ({ id }) => id, rowName: rowNameOf }}
      chips={useChips(filters)}
      {...(holds('officer', 'auditor', 'operator')
        ? { exported: { name: t('member.exportName'), columns: exportColumns } }
        : {})}
    />
  );
}

/** The registration forms of the members that are shown, as many as are printed at a time. */
function formsOf(members: readonly Member[]): string {
  const ids = members.slice(0, formsMax).map(({ id }): [string, string] => ['member', id]);
  return `/registration-forms?${new URLSearchParams(ids).toString()}`;
}

/** The filters in the address, except a personal number: that is kept in this page alone. */
function useFilters() {
  const [search, setSearch] = useListSearch();
  const [number, setNumber] = useState<string>();
  const filters = { ...filtersOf(search), ...(number === undefined ? {} : { q: number }) };
  const change = (changed: MemberFilters): void => {
    const shown = searchOf(changed);
    setNumber(changed.q === shown['q'] ? undefined : changed.q);
    setSearch(shown);
  };
  return { filters, change };
}

interface MemberFilterFieldsProps {
  readonly filters: MemberFilters;
  readonly onChange: (filters: MemberFilters) => void;
}

function MemberFilterFields({ filters, onChange }: MemberFilterFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <UnionPicker
        label={t('member.union')}
        roles={['officer', 'auditor', 'operator']}
        none={t('member.everyUnion')}
        {...(filters.union === undefined ? {} : { value: filters.union })}
        onChange={(union) => onChange(withFilter(filters, 'union', union))}
      />
      <Choice<MemberState | 'all'>
        label={t('member.stateLabel')}
        value={filters.state}
        options={[
          { value: '', label: t('member.openState') },
          ...memberStates.map((state) => ({ value: state, label: t(`member.state.${state}`) })),
          { value: 'all', label: t('member.everyState') },
        ]}
        onChange={(state) => onChange(withFilter(filters, 'state', state))}
      />
      <Choice<MembershipStanding>
        label={t('member.standingLabel')}
        value={filters.standing}
        options={[
          { value: '', label: t('member.everyStanding') },
          ...standings.map((standing) => ({ value: standing, label: t(`member.standing.${standing}`) })),
        ]}
        onChange={(standing) => onChange(withFilter(filters, 'standing', standing))}
      />
      {filters.state === 'ended' && (
        <Choice<EndReason>
          label={t('member.endReason')}
          value={filters.endedReason}
          options={[
            { value: '', label: t('member.everyEndReason') },
            ...endReasons.map((reason) => ({ value: reason, label: t(`member.endedBy.${reason}`) })),
          ]}
          onChange={(endedReason) => onChange(withFilter(filters, 'endedReason', endedReason))}
        />
      )}
    </>
  );
}

/** The filters in the address, in words; that of the union is named by its picker alone. */
function useChips({ q, state, standing, endedReason }: MemberFilters): FilterChip[] {
  const { t } = useTranslation();
  return [
    ...(q === undefined || isPersonalNumber(q) ? [] : [{ name: 'q', text: q }]),
    ...(state === undefined
      ? []
      : [{ name: 'state', text: t(state === 'all' ? 'member.everyState' : `member.state.${state}`) }]),
    ...(standing === undefined ? [] : [{ name: 'standing', text: t(`member.standing.${standing}`) }]),
    ...(endedReason === undefined ? [] : [{ name: 'endedReason', text: t(`member.endedBy.${endedReason}`) }]),
  ];
}

/** Two of one name are told apart by how their phones end. */
function rowNameOf({ name, phone }: Member): string {
  return phone === null ? name : `${name} ${phone}`;
}

function useColumns(): Column<Member>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('member.name'),
      order: ({ name }) => name,
      cell: ({ id, name }) => (
        <Link to={`/members/${id}`} className="cell-link">
          {name}
        </Link>
      ),
    },
    {
      key: 'union',
      title: t('member.union'),
      cell: ({ unionName }) => unionName,
      order: ({ unionName }) => unionName,
    },
    {
      key: 'state',
      title: t('member.stateLabel'),
      order: ({ state }) => memberStates.indexOf(state),
      cell: ({ state, standing }) => (
        <>
          <MemberStateTag state={state} />
          {standing === 'retained' && <span className="tag">{t('member.standing.retained')}</span>}
        </>
      ),
    },
    { key: 'phone', title: t('member.phone'), cell: ({ phone }) => phone ?? t('common.none') },
    {
      key: 'validFrom',
      title: t('member.validFrom'),
      cell: ({ validFrom }) => format.date(validFrom),
      order: ({ validFrom }) => validFrom,
    },
  ];
}

/** The columns of the table and more; numbers are masked as there. */
function useExportColumns(): ExportColumn<Member>[] {
  const { t } = useTranslation();
  return [
    { title: t('member.name'), text: ({ name }) => name },
    { title: t('member.union'), text: ({ unionName }) => unionName },
    { title: t('member.stateLabel'), text: ({ state }) => t(`member.state.${state}`) },
    { title: t('member.standingLabel'), text: ({ standing }) => t(`member.standing.${standing}`) },
    { title: t('member.residentNumber'), text: ({ residentNumber }) => residentNumber ?? '' },
    { title: t('member.phone'), text: ({ phone }) => phone ?? '' },
    { title: t('member.validFrom'), text: ({ validFrom }) => validFrom },
    { title: t('member.validTo'), text: ({ validTo }) => validTo ?? '' },
  ];
}
