import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Question } from './answers.model.js';
import type { Survey, SurveyResults } from './use-surveys.js';

interface ResultTextsProps {
  readonly survey: Survey;
  readonly results: SurveyResults;
}

/** What was written, question by question, without names and numbers, in an order of chance. */
export function ResultTexts({ survey, results }: ResultTextsProps) {
  const asked = survey.questions.filter(({ kind }) => kind === 'text');
  return asked.map((question) => {
    const found = results.texts.find(({ key }) => key === question.key);
    const { texts = [], total = 0 } = found ?? {};
    return (
      <OneQuestion key={question.key} surveyId={survey.id} question={question} first={texts} total={total} />
    );
  });
}

interface OneQuestionProps {
  readonly surveyId: string;
  readonly question: Question;
  /** The first batch, which came with the results. */
  readonly first: readonly string[];
  readonly total: number;
}

function OneQuestion({ surveyId, question, first, total }: OneQuestionProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const id = `text-${question.key}`;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{question.text}</h2>
      <p className="hint">
        {t(total === 0 ? 'survey.suppressedHint' : 'survey.textsOrder', { count: total })}
      </p>
      {isWhole ? (
        <AllTexts surveyId={surveyId} question={question.key} />
      ) : (
        <>
          <Texts texts={first} />
          {total > first.length && (
            <Button block onClick={() => setIsWhole(true)}>
              {t('survey.allTexts', { count: total })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function AllTexts({ surveyId, question }: { readonly surveyId: string; readonly question: string }) {
  const { t } = useTranslation();
  const list = useList('survey', '/surveys/{surveyId}/texts', { surveyId, question });
  return (
    <PagedList list={list} empty={{ text: t('survey.suppressedHint') }}>
      {(items) => <Texts texts={items.map(({ text }) => text)} />}
    </PagedList>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className="plain-list results-texts">
      {texts.map((text, index) => (
        <li key={index}>{text}</li>
      ))}
    </ul>
  );
}
