import type { Direction } from '@gongxiang/domain/door';
import { useTranslation } from 'react-i18next';

interface DirectionSwitchProps {
  readonly value: Direction;
  readonly onChange: (direction: Direction) => void;
}

const directions: readonly Direction[] = ['in', 'out'];

/** Whether those who are scanned come in or leave: large, and in a colour of its own, as nobody looks twice at a door. */
export function DirectionSwitch({ value, onChange }: DirectionSwitchProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="direction-switch">
      <legend>{t('checkIn.way.title')}</legend>
      <div className="direction-choices">
        {directions.map((direction) => (
          <label
            key={direction}
            className={`direction is-${direction}${direction === value ? ' is-chosen' : ''}`}
          >
            <input
              type="radio"
              name="direction"
              value={direction}
              checked={direction === value}
              onChange={() => onChange(direction)}
            />
            {t(`checkIn.way.${direction}`)}
          </label>
        ))}
      </div>
      {value === 'out' && <p className="hint">{t('checkIn.way.outHint')}</p>}
    </fieldset>
  );
}
