import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PartyPicker } from '../co-host/party-picker.js';
import type { NamedUnion } from './eligibility-form.model.js';

interface UnionsFieldProps {
  readonly id?: string;
  readonly value?: readonly NamedUnion[];
  readonly onChange?: (unions: readonly NamedUnion[]) => void;
}

const unionsMax = 50;

/** Any number of unions, each with all below it. */
export function UnionsField({ id, value = [], onChange }: UnionsFieldProps) {
  const { t } = useTranslation();
  const add = ({ id: added, name }: NamedUnion): void => {
    if (!value.some((one) => one.id === added)) onChange?.([...value, { id: added, name }]);
  };
  const remove = (removed: string): void => onChange?.(value.filter((one) => one.id !== removed));
  return (
    <>
      <ul className="plain-list rows">
        {value.map((union) => (
          <li key={union.id} className="row">
            <span>{union.name}</span>
            <Button
              onClick={() => remove(union.id)}
              aria-label={t('eligibility.removeUnion', { name: union.name })}
            >
              {t('eligibility.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {value.length < unionsMax && (
        <PartyPicker
          {...(id === undefined ? {} : { id })}
          label={t('eligibility.addUnion')}
          kinds={['union']}
          onPick={add}
        />
      )}
    </>
  );
}
