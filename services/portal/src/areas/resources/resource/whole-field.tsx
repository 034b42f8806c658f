import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import type { Resource } from './resource-filters.js';
import { useResource } from './use-resource.js';

interface WholeFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (resourceId: string | undefined) => void;
}

/** The whole that the resource is a part of, such as the hall of half a hall; found by its name. */
export function WholeField({ id, value, onChange }: WholeFieldProps) {
  const { t } = useTranslation();
  const chosen = useResource(value);
  if (value !== undefined) {
    const clear = t('resource.form.noWhole');
    return <Picked id={id} name={chosen.data?.title} clear={clear} onClear={() => onChange?.(undefined)} />;
  }
  return (
    <SearchPicker<Resource>
      id={id}
      label={t('resource.form.partOf')}
      queryKey={['resource', 'wholes']}
      search={async (q, signal) => {
        const { items } = await request('get', '/resources', { q, limit: 10 }, { signal });
        return items.filter(({ partOfId }) => partOfId === null);
      }}
      itemKey={(one) => one.id}
      itemText={(one) => one.title}
      onPick={(one) => onChange?.(one.id)}
    />
  );
}
