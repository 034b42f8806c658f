import './union-picker.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleName } from './use-offices.js';
import { useUnionChoices, useUnionName } from './use-unions.js';
import { Choice } from '../kit/choice.js';
import { Input } from '../kit/input.js';
import { ReadAgain } from '../kit/read-again.js';
import { useDebounced } from '../kit/use-debounced.js';

interface UnionPickerProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (unionId: string | undefined) => void;
  readonly label?: string;
  /** A union is offered where the person holds one of these, there or above. */
  readonly roles: readonly RoleName[];
  /** The option for no union. */
  readonly none: string;
}

/** One of the unions that the person is responsible for. Where there are too many for a list, they are searched by name. */
export function UnionPicker({ value, roles, none, ...choice }: UnionPickerProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const { unions, isPartial, isFailed, readAgain } = useUnionChoices(useDebounced(q.trim()), roles);
  const isListed = value === undefined || unions.some(({ id }) => id === value);
  const chosenName = useUnionName(isListed ? undefined : value);
  const listed = unions.map(({ id, name }) => ({ value: id, label: name }));
  const chosen = isListed ? [] : [{ value, label: chosenName ?? t('common.loading') }];
  return (
    <div className="union-picker">
      {(isPartial || q !== '') && (
        <Input
          type="search"
          value={q}
          maxLength={200}
          aria-label={t('common.findUnion')}
          placeholder={t('common.findUnion')}
          onChange={(event) => setQ(event.target.value)}
        />
      )}
      <Choice<string>
        {...choice}
        value={value}
        options={[{ value: '' as const, label: none }, ...chosen, ...listed]}
      />
      <ReadAgain isFailed={isFailed} onRetry={readAgain} />
      {q !== '' && unions.length === 0 && !isFailed && <p className="hint">{t('common.nothingFound')}</p>}
    </div>
  );
}
