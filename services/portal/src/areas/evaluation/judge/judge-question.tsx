import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useJudgementText } from '../weight-version/use-judgement-text.js';
import { type Position, positionMax } from '../weight-version/weighing.model.js';
import { Agreement } from './agreement.js';
import { answerOf, type Answers, judgedCount, type Question, type Sheet, withAnswer } from './sheet.model.js';

interface JudgeQuestionProps {
  readonly sheet: Sheet;
  readonly question: Question;
  readonly questions: readonly Question[];
  /** Of the question among all. */
  readonly place: number;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  readonly onPlace: (place: number | 'overview') => void;
}

/** One comparison on the screen, as a sentence that the slider and the buttons change (E133). */
export function JudgeQuestion(props: JudgeQuestionProps) {
  const { t } = useTranslation();
  const { sheet, question, questions, place, answers, onChange, onPlace } = props;
  const group = sheet.groups[question.group];
  const heading = useFocusOn(place);
  if (group === undefined) return null;
  const position = answerOf(answers, question);
  const [first = '', second = ''] = [
    group.items[question.pair.row]?.name,
    group.items[question.pair.column]?.name,
  ];
  const count = questions.length;
  const set = (next: Position): void => onChange(withAnswer(answers, question, next));
  return (
    <section className="card judge-question" aria-labelledby="judge-question">
      <p className="hint">
        {t('judge.place', { place: place + 1, count })} ·{' '}
        {group.title === null ? t('judge.withinTop') : t('judge.within', { title: group.title })}
      </p>
      <progress
        max={count}
        value={judgedCount(answers)}
        aria-label={t('judge.done', { judged: judgedCount(answers), count })}
      />
      <h2 id="judge-question" ref={heading} tabIndex={-1}>
        {t('judge.question')}
      </h2>
      <Comparison first={first} second={second} position={position} onChange={set} />
      <Steps place={place} count={count} position={position} onPlace={onPlace} onSkip={() => set(null)} />
      <Agreement
        group={group}
        upper={answers[question.group] ?? []}
        onShow={(pair) => {
          const there = questions.findIndex(
            (one) =>
              one.group === question.group && one.pair.row === pair.row && one.pair.column === pair.column,
          );
          if (there !== -1) onPlace(there);
        }}
      />
    </section>
  );
}

/** A screen reader announces each new question. */
function useFocusOn(place: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [place]);
  return heading;
}

interface ComparisonProps {
  readonly first: string;
  readonly second: string;
  readonly position: Position;
  readonly onChange: (position: Position) => void;
}

function Comparison({ first, second, position, onChange }: ComparisonProps) {
  const { t } = useTranslation();
  const judgementText = useJudgementText();
  const sentence = position === null ? t('judge.unjudged') : judgementText(first, second, position);
  const step = (by: number): void =>
    onChange(Math.max(-positionMax, Math.min(positionMax, (position ?? 0) + by)));
  return (
    <>
      <p className="judge-sentence" aria-live="polite">
        {sentence}
      </p>
      <div className="judge-ends" aria-hidden="true">
        <span>{first}</span>
        <span>{second}</span>
      </div>
      <div className="pair-choice judge-slider">
        <input
          type="range"
          min={-positionMax}
          max={positionMax}
          step={1}
          // The thumb goes towards what matters more.
          value={-(position ?? 0)}
          aria-label={t('judge.slider', { first, second })}
          aria-valuetext={sentence}
          onChange={(event) => onChange(0 - Number(event.target.value))}
        />
      </div>
      <div className="judge-buttons">
        <Button onClick={() => step(1)}>{t('judge.towards', { name: first })}</Button>
        <Button onClick={() => onChange(0)} aria-pressed={position === 0}>
          {t('judge.equal')}
        </Button>
        <Button onClick={() => step(-1)}>{t('judge.towards', { name: second })}</Button>
      </div>
    </>
  );
}

interface StepsProps {
  readonly place: number;
  readonly count: number;
  readonly position: Position;
  readonly onPlace: (place: number | 'overview') => void;
  readonly onSkip: () => void;
}

function Steps({ place, count, position, onPlace, onSkip }: StepsProps) {
  const { t } = useTranslation();
  const isLast = place === count - 1;
  const goOn = (): void => onPlace(isLast ? 'overview' : place + 1);
  const skip = (): void => {
    onSkip();
    goOn();
  };
  return (
    <div className="actions judge-steps">
      <Button type="primary" size="large" disabled={position === null} onClick={goOn}>
        {t(isLast ? 'judge.finish' : 'judge.next')}
      </Button>
      <Button onClick={skip}>{t('judge.skip')}</Button>
      {place > 0 && <Button onClick={() => onPlace(place - 1)}>{t('judge.previous')}</Button>}
    </div>
  );
}
