import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import type { GroupFieldsProps } from './group-section.js';
import { type Direction, objectiveOf, rowsOf } from './weighing.model.js';

/** Measured values, pasted from a spreadsheet; for CRITIC also whether more of each is better. */
export function DataFields({ id, names, group, onChange }: GroupFieldsProps) {
  const { t } = useTranslation();
  const isWrong = group.rows.trim() !== '' && rowsOf(group.rows) === null;
  return (
    <>
      <label htmlFor={`${id}-rows`}>
        {t('weightVersion.rows', { names: names.join(t('common.separator')) })}
      </label>
      <textarea
        id={`${id}-rows`}
        className="rows"
        rows={5}
        spellCheck={false}
        value={group.rows}
        aria-invalid={isWrong}
        aria-describedby={`${id}-rows-hint`}
        onChange={(event) => onChange({ ...group, rows: event.target.value })}
      />
      <p id={`${id}-rows-hint`} className={isWrong ? 'field-error' : 'hint'}>
        {t(isWrong ? 'weightVersion.rowsWrong' : 'weightVersion.rowsHint')}
      </p>
      {objectiveOf(group) === 'critic' && <DirectionFields names={names} group={group} onChange={onChange} />}
    </>
  );
}

function DirectionFields({ names, group, onChange }: Omit<GroupFieldsProps, 'id'>) {
  const { t } = useTranslation();
  const options = (['max', 'min'] as const).map((value) => ({
    value,
    label: t(`indicatorSystem.direction.${value}`),
  }));
  const change = (index: number, direction: Direction): void =>
    onChange({
      ...group,
      directions: group.directions.map((one, place) => (place === index ? direction : one)),
    });
  return (
    <div className="leaf-grid">
      {names.map((name, index) => (
        <label key={name} className="labelled">
          <span>{name}</span>
          <Choice
            value={group.directions[index] ?? 'max'}
            options={options}
            onChange={(direction) => direction !== undefined && change(index, direction)}
          />
        </label>
      ))}
    </div>
  );
}
