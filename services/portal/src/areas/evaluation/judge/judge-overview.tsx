import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useJudgementText } from '../weight-version/use-judgement-text.js';
import { WeightBars } from '../weight-version/weight-bars.js';
import { Agreement } from './agreement.js';
import {
  agreementOf,
  answerOf,
  type Answers,
  firstOpen,
  judgedCount,
  type Question,
  type Sheet,
  type SheetGroup,
} from './sheet.model.js';

interface JudgeOverviewProps {
  readonly sheet: Sheet;
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly isSaved: boolean;
  readonly onPlace: (place: number) => void;
}

/** All that the judge said, group by group, with what follows from it. */
export function JudgeOverview({ sheet, questions, answers, isSaved, onPlace }: JudgeOverviewProps) {
  const { t } = useTranslation();
  const open = questions.length - judgedCount(answers);
  const isOpen = sheet.state === 'open';
  return (
    <>
      <h2>{t('judge.overview')}</h2>
      {isOpen && open === 0 && isSaved && (
        <p role="status" className="consistent">
          {t('judge.thanks')}
        </p>
      )}
      {isOpen && open > 0 && <p className="hint">{t('judge.left', { count: open })}</p>}
      {sheet.groups.map((group, place) => (
        <GroupOverview
          key={group.parentKey ?? ''}
          group={group}
          upper={answers[place] ?? []}
          questions={questions.flatMap((question, index) =>
            question.group === place ? [{ question, index, position: answerOf(answers, question) }] : [],
          )}
          onPlace={isOpen ? onPlace : null}
        />
      ))}
      {isOpen && (
        <div className="actions">
          <Button size="large" onClick={() => onPlace(firstOpen(questions, answers))}>
            {t('judge.again')}
          </Button>
        </div>
      )}
    </>
  );
}

interface GroupOverviewProps {
  readonly group: SheetGroup;
  readonly upper: Answers[number];
  readonly questions: readonly {
    readonly question: Question;
    readonly index: number;
    readonly position: number | null;
  }[];
  readonly onPlace: ((place: number) => void) | null;
}

function GroupOverview({ group, upper, questions, onPlace }: GroupOverviewProps) {
  const { t } = useTranslation();
  const agreement = useMemo(() => agreementOf(upper), [upper]);
  return (
    <section className="card">
      <h3>{group.title === null ? t('judge.withinTop') : t('judge.within', { title: group.title })}</h3>
      <JudgedList group={group} questions={questions} onPlace={onPlace} />
      {agreement !== null && (
        <>
          <h4>{t('judge.weights')}</h4>
          <WeightBars
            bars={group.items.map(({ key, name }, place) => ({
              key,
              name,
              weight: agreement.weights[place] ?? 0,
            }))}
          />
        </>
      )}
      <Agreement
        group={group}
        upper={upper}
        onShow={(pair) => {
          const there = questions.find(
            ({ question }) => question.pair.row === pair.row && question.pair.column === pair.column,
          );
          if (there !== undefined) onPlace?.(there.index);
        }}
      />
    </section>
  );
}

function JudgedList({ group, questions, onPlace }: Omit<GroupOverviewProps, 'upper'>) {
  const { t } = useTranslation();
  const judgementText = useJudgementText();
  const nameOf = (place: number): string => group.items[place]?.name ?? '';
  return (
    <ul className="plain-list judge-list">
      {questions.map(({ question: { pair }, index, position }) => {
        const sentence = judgementText(nameOf(pair.row), nameOf(pair.column), position);
        return (
          <li key={index}>
            <span>{sentence}</span>
            {onPlace !== null && (
              <Button
                type="text"
                aria-label={`${t('judge.change')} ${sentence}`}
                onClick={() => onPlace(index)}
              >
                {t('judge.change')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
