import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import type { Enterprise } from './party.model.js';

export type PickedEnterprise = Pick<Enterprise, 'id' | 'name'>;

interface EnterpriseFieldProps {
  readonly id?: string;
  readonly value?: PickedEnterprise;
  readonly onChange?: (enterprise: PickedEnterprise | undefined) => void;
}

const foundMax = 10;

/** An enterprise that has no union yet, found by its name. */
export function EnterpriseField({ id, value, onChange }: EnterpriseFieldProps) {
  const { t } = useTranslation();
  if (value !== undefined) return <Picked id={id} name={value.name} onClear={() => onChange?.(undefined)} />;
  return (
    <SearchPicker<Enterprise>
      {...(id === undefined ? {} : { id })}
      label={t('union.enterpriseFind')}
      queryKey={['enterprise', 'withoutUnion']}
      search={async (q, signal) => {
        const { items } = await request('get', '/enterprises', { q, limit: foundMax }, { signal });
        return items.filter(({ active, unionId }) => active && unionId === null);
      }}
      itemKey={(enterprise) => enterprise.id}
      itemText={({ name }) => name}
      onPick={(picked) => onChange?.(picked)}
    />
  );
}
