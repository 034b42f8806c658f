import '../../../kit/styles/weight-version.css';
import './judge.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { JudgeOverview } from './judge-overview.js';
import { JudgeQuestion } from './judge-question.js';
import { SaveStatus } from './save-status.js';
import { firstOpen, judgedCount, questionsOf, type Sheet } from './sheet.model.js';
import { useJudging, useSheet } from './use-judging.js';

/** The page of an invited judge: they need no account, only this address. */
export function JudgePage() {
  const { judgeToken = '' } = useParams();
  const { data, error, isPending, refetch } = useSheet(judgeToken);
  if (data !== undefined) return <JudgeSheet judgeToken={judgeToken} sheet={data} />;
  if (isPending) return <LoadingState rows={6} />;
  return isGone(error) ? <Gone /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}

/** A truncated link is refused like a revoked one. */
function isGone(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 400);
}

function Gone() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('judge.title')} />
      <Alert type="warning" showIcon role="alert" title={t('judge.gone')} />
    </>
  );
}

interface JudgeSheetProps {
  readonly judgeToken: string;
  readonly sheet: Sheet;
}

/** Where the judge is: before the first question, at one of them, or before all their answers. */
type Place = 'welcome' | 'overview' | number;

function JudgeSheet({ judgeToken, sheet }: JudgeSheetProps) {
  const { t } = useTranslation();
  const judging = useJudging(judgeToken, sheet);
  const questions = questionsOf(sheet.groups);
  const [place, setPlace] = useState<Place>(sheet.state === 'open' ? 'welcome' : 'overview');
  const next = firstOpen(questions, judging.answers);
  const question = typeof place === 'number' ? questions[place] : undefined;
  return (
    <>
      <PageHead title={t('judge.title')} />
      {sheet.state === 'closed' && (
        <Alert
          type="info"
          showIcon
          title={t('judge.over')}
          description={t('judge.overHint')}
          className="notice"
        />
      )}
      {place === 'welcome' && (
        <Welcome
          sheet={sheet}
          count={questions.length}
          judged={judgedCount(judging.answers)}
          onStart={() => setPlace(next)}
          onOverview={() => setPlace('overview')}
        />
      )}
      {typeof place === 'number' && question !== undefined && (
        <JudgeQuestion
          sheet={sheet}
          question={question}
          questions={questions}
          place={place}
          answers={judging.answers}
          onChange={judging.change}
          onPlace={setPlace}
        />
      )}
      {place === 'overview' && (
        <JudgeOverview
          sheet={sheet}
          questions={questions}
          answers={judging.answers}
          isSaved={judging.isSaved}
          onPlace={setPlace}
        />
      )}
      {sheet.state === 'open' && place !== 'welcome' && <SaveStatus judging={judging} />}
    </>
  );
}

interface WelcomeProps {
  readonly sheet: Sheet;
  readonly count: number;
  readonly judged: number;
  readonly onStart: () => void;
  readonly onOverview: () => void;
}

/** So many comparisons are made in a minute. */
const perMinute = 4;

function Welcome({ sheet, count, judged, onStart, onOverview }: WelcomeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const minutes = Math.max(1, Math.ceil(count / perMinute));
  return (
    <section className="card" aria-labelledby="judge-hello">
      <h2 id="judge-hello">{t('judge.hello', { name: sheet.judgeName })}</h2>
      <p>{t('judge.intro', { system: sheet.indicatorSystemName, count, minutes })}</p>
      <p>{t('judge.until', { time: format.instant(sheet.closesAt) })}</p>
      <p className="hint">{t('judge.named')}</p>
      {judged > 0 && <p>{t('judge.done', { judged, count })}</p>}
      <div className="actions">
        <Button type="primary" size="large" onClick={onStart}>
          {t(judged > 0 ? 'judge.goOn' : 'judge.start')}
        </Button>
        {judged > 0 && (
          <Button size="large" onClick={onOverview}>
            {t('judge.finish')}
          </Button>
        )}
      </div>
    </section>
  );
}
