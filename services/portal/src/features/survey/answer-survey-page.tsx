import '../efficacy/efficacy.css';
import './survey.css';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { Loaded } from '../../shell/loaded.js';
import { PageHead } from '../../shell/page-head.js';
import { ErrorState, LoadingState } from '../../shell/states.js';
import { useMe } from '../session/use-session.js';
import { AnswerForm } from './answer-form.js';
import { AnswersOver, AnswersWaiting } from './answers-kept.js';
import { WhoSeesWhat } from './who-sees-what.js';
import { useKeptToken } from './use-survey-tokens.js';
import { type Survey, useSurvey } from './use-surveys.js';

/** One page, under a minute, from nobody. */
export function AnswerSurveyPage() {
  const { surveyId = '' } = useParams();
  const { data: me, error, refetch } = useMe();
  if (me !== undefined) return <OwnAnswers key={surveyId} personId={me.personId} surveyId={surveyId} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <LoadingState rows={8} />;
}

interface OwnAnswersProps {
  readonly personId: string;
  readonly surveyId: string;
}

function OwnAnswers({ personId, surveyId }: OwnAnswersProps) {
  const { t } = useTranslation();
  const kept = useKeptToken(personId, surveyId);
  const survey = useSurvey(surveyId);
  // What waits on the phone needs no network to be told.
  if (kept?.step === 'outgoing' || kept?.step === 'over') {
    const title = survey.data?.activityTitle ?? t('survey.title');
    return (
      <Kept title={title}>
        {kept.step === 'over' ? (
          <AnswersOver why={kept.why} />
        ) : (
          <AnswersWaiting personId={personId} surveyId={surveyId} />
        )}
      </Kept>
    );
  }
  // Whoever did not come does not even see that there is a survey.
  return <Loaded query={survey}>{(found) => <OneSurvey personId={personId} survey={found} />}</Loaded>;
}

function Kept({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="survey">
      <PageHead title={title} back="/my" />
      {children}
      <WhoSeesWhat />
    </div>
  );
}

function OneSurvey({ personId, survey }: { readonly personId: string; readonly survey: Survey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOpen = survey.state === 'open';
  const isScheduled = survey.state === 'scheduled';
  const over = survey.state === 'void' ? 'survey.void' : 'survey.closed';
  const text = t(isScheduled ? 'survey.scheduled' : over, {
    time: format.instant(isScheduled ? survey.opensAt : (survey.closedAt ?? survey.closesAt)),
  });
  return (
    <div className="survey">
      <PageHead title={survey.activityTitle} back="/my" />
      {isOpen ? (
        <>
          <p className="hint">{t('survey.until', { time: format.instant(survey.closesAt) })}</p>
          {survey.singleSource === true && <Alert type="warning" showIcon title={t('survey.singleSource')} />}
          <WhoSeesWhat />
          <AnswerForm personId={personId} survey={survey} />
        </>
      ) : (
        <Alert type="info" showIcon title={text} />
      )}
    </div>
  );
}
