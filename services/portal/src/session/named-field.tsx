import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { GroupPicker } from './group-picker.js';
import { PartyPicker } from './party-picker.js';

export interface NamedFieldProps {
  readonly id?: string;
  readonly value?: readonly Named[];
  readonly onChange?: (named: readonly Named[]) => void;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface KindProps {
  readonly kind: 'union' | 'club' | 'group';
  readonly max: number;
  readonly label: string;
  /** The union whose groups are offered first. */
  readonly unionId?: string;
}

/** Any number of unions or clubs, found by their names, or of groups, found by their unions. */
export function NamedField({
  id,
  value = [],
  onChange,
  kind,
  max,
  label,
  unionId,
}: NamedFieldProps & KindProps) {
  const { t } = useTranslation();
  const field = { ...(id === undefined ? {} : { id }), label };
  const add = ({ id: added, name }: Named): void => {
    if (!value.some((one) => one.id === added)) onChange?.([...value, { id: added, name }]);
  };
  const remove = (removed: string): void => onChange?.(value.filter((one) => one.id !== removed));
  return (
    <>
      <ul className="plain-list rows">
        {value.map((one) => (
          <li key={one.id} className="row">
            <span>{one.name}</span>
            <Button
              onClick={() => remove(one.id)}
              aria-label={t('eligibility.removeUnion', { name: one.name })}
            >
              {t('eligibility.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {value.length < max && kind === 'group' && (
        <GroupPicker {...field} {...(unionId === undefined ? {} : { unionId })} onPick={add} />
      )}
      {value.length < max && kind !== 'group' && <PartyPicker {...field} kinds={[kind]} onPick={add} />}
    </>
  );
}
