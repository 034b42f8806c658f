import { useTranslation } from 'react-i18next';
import { useJudgementText } from './use-judgement-text.js';
import { pairsOf, positionOf, type positionsOf } from './weighing.model.js';

interface JudgementsProps {
  readonly names: readonly string[];
  readonly positions: ReturnType<typeof positionsOf>;
  /** Whose they are, where there are several. */
  readonly title?: string;
}

/** What was judged, a sentence for each pair. */
export function Judgements({ names, positions, title }: JudgementsProps) {
  const { t } = useTranslation();
  const judgementText = useJudgementText();
  return (
    <details className="fold">
      <summary>{title ?? t('weightVersion.judgements')}</summary>
      <ul className="judgements">
        {pairsOf(names.length).map((pair) => (
          <li key={`${pair.row} ${pair.column}`}>
            {judgementText(names[pair.row] ?? '', names[pair.column] ?? '', positionOf(positions, pair))}
          </li>
        ))}
      </ul>
    </details>
  );
}
