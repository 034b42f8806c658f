import './distribution.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { Question } from './answers.model.js';
import { optionsText, type Part } from './distribution.model.js';

interface DistributionProps {
  readonly question: Question;
  readonly parts: readonly Part[];
}

/**
 * How the answers to one question divide, with the same figures as a table. Sides, patterns and figures distinguish
 * the parts, colours only underline it; a screen reader reads them all in one sentence.
 */
export function Distribution({ question, parts }: DistributionProps) {
  const { t } = useTranslation();
  const wordsOf = useWords(question);
  const columns = useColumns(question);
  const label = t('survey.divided', { text: question.text, parts: parts.map(wordsOf).join('; ') });
  return (
    <figure className="distribution">
      <div role="img" aria-label={label}>
        {question.kind === 'choice' ? (
          <ChoiceBars question={question} parts={parts} />
        ) : (
          <DivergingBar question={question} parts={parts} />
        )}
      </div>
      <details>
        <summary>{t('common.asTable')}</summary>
        <DataTable caption={question.text} columns={columns} rows={parts} rowKey={({ key }) => key} />
      </details>
    </figure>
  );
}

/** What is against it stands left of the middle, what is for it right, and what is neither across it. */
function DivergingBar({ question, parts }: DistributionProps) {
  const half = (side: 'left' | 'right'): readonly (Part & { readonly width: number })[] =>
    parts
      .filter((part) => part.side === side || part.side === 'middle')
      .map((part) => ({ ...part, width: part.side === 'middle' ? part.share / 2 : part.share }));
  return (
    <div className="diverging">
      {(['left', 'right'] as const).map((side) => (
        <div key={side} className={`diverging-half is-${side}`}>
          {half(side).map((part) => (
            <Segment
              key={part.key}
              question={question}
              part={part}
              width={part.width}
              isNamed={isNamed(part, side)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** What stands across the middle is named once. */
function isNamed({ side }: Part, half: 'left' | 'right'): boolean {
  return side !== 'middle' || half === 'right';
}

interface SegmentProps {
  readonly question: Question;
  readonly part: Part;
  readonly width: number;
  readonly isNamed: boolean;
}

function Segment({ question, part, width, isNamed: hasName }: SegmentProps) {
  const percent = usePercent();
  return (
    <div className={`segment is-${part.fill}`} style={{ width: `${width * 100}%` }}>
      {hasName && (
        <span className="segment-text">
          <b>{optionsText(question, part.options)}</b>
          <span className="segment-share"> {percent(part.share)}</span>
        </span>
      )}
    </div>
  );
}

function ChoiceBars({ question, parts }: DistributionProps) {
  const percent = usePercent();
  return parts.map((part) => (
    <div key={part.key} className="choice-bar">
      <span>{optionsText(question, part.options)}</span>
      <div className="choice-track">
        <div className="segment is-strongRight" style={{ width: `${part.share * 100}%` }} />
        <span>{percent(part.share)}</span>
      </div>
    </div>
  ));
}

function usePercent(): (share: number) => string {
  const format = useFormat();
  return (share) => `${format.number(Math.round(share * 100))}%`;
}

/** A part in words: what was chosen, by how many. */
function useWords(question: Question): (part: Part) => string {
  const { t } = useTranslation();
  const percent = usePercent();
  return ({ options, count, share }) =>
    t('survey.part', { options: optionsText(question, options), count, share: percent(share) });
}

function useColumns(question: Question): readonly Column<Part>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = usePercent();
  return [
    { key: 'options', title: t('survey.option'), cell: ({ options }) => optionsText(question, options) },
    { key: 'count', title: t('survey.count'), isNumber: true, cell: ({ count }) => format.number(count) },
    { key: 'share', title: t('survey.share'), isNumber: true, cell: ({ share }) => percent(share) },
  ];
}
