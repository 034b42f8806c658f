import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { MoreFilters as FoldedFilters } from '../../../kit/more-filters.js';
import { withFilter } from '../../../kit/filters.model.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import {
  type ActivityFilters,
  type ActivityPhase,
  activityPhases,
  type ActivityState,
  activityStates,
} from './activity-filters.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../../api/classification.js';
import { Input } from '../../../kit/input.js';

interface MoreFiltersProps {
  readonly filters: ActivityFilters;
  readonly onChange: (filters: ActivityFilters) => void;
}

/** Filters that are used less often: folded, and open where one is in use. */
export function MoreFilters({ filters, onChange }: MoreFiltersProps) {
  const { holdsOffice } = useOffices();
  const { q: _q, kind: _kind, show: _show, when: _when, ...more } = filters;
  return (
    <FoldedFilters isUsed={Object.keys(more).length > 0}>
      <Whose filters={filters} onChange={onChange} />
      {holdsOffice && <OfOfficers filters={filters} onChange={onChange} />}
      <Day name="from" filters={filters} onChange={onChange} />
      <Day name="to" filters={filters} onChange={onChange} />
    </FoldedFilters>
  );
}

/** By what only those who organise know: how far the preparation or the closing is, and what is reported on. */
function OfOfficers({ filters, onChange }: MoreFiltersProps) {
  const { t } = useTranslation();
  // A chip stands for phases of its own.
  const { show: _show, ...whole } = filters;
  return (
    <>
      <Choice<ActivityPhase>
        value={filters.phase}
        label={t('activity.phaseLabel')}
        options={[
          { value: '', label: t('activity.allPhases') },
          ...activityPhases.map((value) => ({ value, label: t(`activity.phase.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(whole, 'phase', value))}
      />
      <Choice<ActivityState>
        value={filters.state}
        label={t('activity.stateLabel')}
        options={[
          { value: '', label: t('activity.allStates') },
          ...activityStates.map((value) => ({ value, label: t(`activity.state.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(whole, 'state', value))}
      />
      <Choice<ResourceFunction>
        value={filters.function}
        label={t('activity.functionLabel')}
        options={[
          { value: '', label: t('activity.everyFunction') },
          ...resourceFunctions.map((value) => ({ value, label: t(`activity.function.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(filters, 'function', value))}
      />
      <Choice<UnionBusiness>
        value={filters.business}
        label={t('activity.businessLabel')}
        options={[
          { value: '', label: t('activity.everyBusiness') },
          ...unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(filters, 'business', value))}
      />
    </>
  );
}

/** Mine, or those of the unions below mine as well. */
function Whose({ filters, onChange }: MoreFiltersProps) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  if (!me?.unionId) return null;
  const organiser = `union:${me.unionId}`;
  const name = me.unionName ?? '';
  const shown = whoseOf(filters, { organiser, union: me.unionId });
  const choose = (value: string | undefined): void => {
    const { union: _union, organiser: _organiser, ...others } = filters;
    if (value === 'below') onChange({ ...others, union: me.unionId ?? '' });
    else onChange(value === 'own' ? { ...others, organiser } : others);
  };
  const options = [
    { value: '' as const, label: t('activity.everyUnion') },
    { value: 'own', label: t('activity.organisedBy', { name }) },
    { value: 'below', label: t('activity.unionAndBelow', { name }) },
    ...(shown === 'other' ? [{ value: 'other', label: t('activity.otherUnion') }] : []),
  ];
  return <Choice value={shown} label={t('activity.whose')} options={options} onChange={choose} />;
}

function whoseOf(
  { union, organiser }: ActivityFilters,
  mine: { readonly union: string; readonly organiser: string },
): string {
  if (union === undefined && organiser === undefined) return '';
  if (organiser === mine.organiser) return 'own';
  return union === mine.union ? 'below' : 'other';
}

function Day({ name, filters, onChange }: MoreFiltersProps & { readonly name: 'from' | 'to' }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{t(name === 'from' ? 'activity.fromDay' : 'activity.toDay')}</span>
      <Input
        id={id}
        type="date"
        value={filters[name] ?? ''}
        onChange={(event) => onChange(withFilter(filters, name, event.target.value))}
      />
    </label>
  );
}
