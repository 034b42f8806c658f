import '../../../../kit/styles/organising.css';
import './breach.css';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Kind, kindGroups, kindsOf } from './breach.model.js';

interface KindsFieldProps {
  readonly value?: readonly Kind[];
  readonly onChange?: (chosen: Kind[]) => void;
}

/** Which kinds of data it was, by what they are about. */
export function KindsField({ value = [], onChange }: KindsFieldProps) {
  const { t } = useTranslation();
  return (
    <div className="breach-kinds">
      {kindGroups.map((group) => {
        const kinds = kindsOf(group);
        const others = value.filter((kind) => !kinds.includes(kind));
        return (
          <fieldset key={group} className="group">
            <legend>{t(`breach.kindGroup.${group}`)}</legend>
            <Checkbox.Group<Kind>
              value={value.filter((kind) => kinds.includes(kind))}
              onChange={(chosen) => onChange?.([...others, ...chosen])}
              options={kinds.map((kind) => ({ value: kind, label: t(`breach.kindOf.${kind}`) }))}
            />
          </fieldset>
        );
      })}
    </div>
  );
}
