import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GroupFieldsProps } from './group-section.js';
import { useJudgementText } from './use-judgement-text.js';
import {
  type Pair,
  pairsOf,
  type Position,
  positionMax,
  positionOf,
  withPosition,
} from './weighing.model.js';

export function pairId(groupId: string, { row, column }: Pair): string {
  return `${groupId}-${Math.min(row, column)}-${Math.max(row, column)}`;
}

/** Each pair as a sentence that the slider changes (E133): to the left the first matters more, to the right the second. */
export function PairFields({ id, names, group, onChange }: GroupFieldsProps) {
  return (
    <ul className="plain-list pairs">
      {pairsOf(names.length).map((pair) => (
        <PairField
          key={pairId(id, pair)}
          id={pairId(id, pair)}
          first={names[pair.row] ?? ''}
          second={names[pair.column] ?? ''}
          position={positionOf(group.positions, pair)}
          onChange={(position) =>
            onChange({ ...group, positions: withPosition(group.positions, pair, position) })
          }
        />
      ))}
    </ul>
  );
}

interface PairFieldProps {
  readonly id: string;
  readonly first: string;
  readonly second: string;
  readonly position: Position;
  readonly onChange: (position: Position) => void;
}

function PairField({ id, first, second, position, onChange }: PairFieldProps) {
  const { t } = useTranslation();
  const judgementText = useJudgementText();
  const sentence = judgementText(first, second, position);
  const isSkipped = position === null;
  return (
    <li className="pair">
      <p className="pair-sentence" aria-hidden="true">
        {sentence}
      </p>
      <div className="pair-choice">
        <span aria-hidden="true">{first}</span>
        <input
          id={id}
          type="range"
          min={-positionMax}
          max={positionMax}
          step={1}
          disabled={isSkipped}
          // The thumb goes towards what matters more.
          value={-(position ?? 0)}
          aria-label={t('weightVersion.pair', { first, second })}
          aria-valuetext={sentence}
          onChange={(event) => onChange(0 - Number(event.target.value))}
        />
        <span aria-hidden="true">{second}</span>
        <Button type="text" onClick={() => onChange(isSkipped ? 0 : null)}>
          {t(isSkipped ? 'weightVersion.judge' : 'weightVersion.skip')}
        </Button>
      </div>
    </li>
  );
}
