import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { useDebounced } from '../../../kit/use-debounced.js';

interface ServiceChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (serviceId: string | undefined) => void;
}

const listedMax = 200;

/** One of the services that are open. Where there are too many for a list, they are searched by name or pinyin. */
export function ServiceChoice({ value, ...choice }: ServiceChoiceProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim());
  const { data } = useRead('service', '/services', { limit: listedMax, ...(q === '' ? {} : { q }) });
  const services = data?.items ?? [];
  const isPartial = data !== undefined && data.nextCursor !== null;
  return (
    <>
      {(isPartial || typed !== '') && (
        <Input
          type="search"
          value={typed}
          maxLength={60}
          aria-label={t('matter.findService')}
          placeholder={t('matter.findService')}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <Choice<string>
        {...choice}
        value={value}
        options={[
          { value: '', label: t('common.choose') },
          ...services.map(({ id, name, unionName }) => ({
            value: id,
            label: `${name}${t('common.separator')}${unionName}`,
          })),
        ]}
      />
    </>
  );
}
