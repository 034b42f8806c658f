import { useTranslation } from 'react-i18next';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../api/classification.js';
import { Choice } from '../../kit/choice.js';
import { withFilter } from '../../kit/filters.model.js';
import { type BulletinKind, bulletinKinds } from './bulletin.model.js';
import type { BulletinFilters } from './bulletin-filters.js';

interface TopicChoicesProps {
  readonly filters: BulletinFilters;
  readonly onChange: (filters: BulletinFilters) => void;
}

/** What a bulletin is about: its kind, its business and its function, each one of them or all. */
export function TopicChoices({ filters, onChange }: TopicChoicesProps) {
  const { t } = useTranslation();
  const { kind, business, function: about } = filters;
  return (
    <>
      <Choice<BulletinKind>
        label={t('bulletin.kindLabel')}
        {...(kind === undefined ? {} : { value: kind })}
        options={[
          { value: '', label: t('bulletin.anyKind') },
          ...bulletinKinds.map((value) => ({ value, label: t(`bulletin.kind.${value}`) })),
        ]}
        onChange={(chosen) => onChange(withFilter(filters, 'kind', chosen))}
      />
      <Choice<UnionBusiness>
        label={t('bulletin.businessLabel')}
        {...(business === undefined ? {} : { value: business })}
        options={[
          { value: '', label: t('bulletin.anyBusiness') },
          ...unionBusinesses.map((value) => ({ value, label: t(`bulletin.business.${value}`) })),
        ]}
        onChange={(chosen) => onChange(withFilter(filters, 'business', chosen))}
      />
      <Choice<ResourceFunction>
        label={t('bulletin.functionLabel')}
        {...(about === undefined ? {} : { value: about })}
        options={[
          { value: '', label: t('bulletin.anyFunction') },
          ...resourceFunctions.map((value) => ({ value, label: t(`bulletin.function.${value}`) })),
        ]}
        onChange={(chosen) => onChange(withFilter(filters, 'function', chosen))}
      />
    </>
  );
}
