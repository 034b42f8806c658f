import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/survey.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useMe } from '../../../session/use-session.js';
import { AnswerForm } from './answer-form.js';
import { AnswersOver, AnswersWaiting } from './answers-kept.js';
import { fingerprintOf } from './fingerprint.js';
import type { KeptToken } from './kept-tokens.js';
import { TokenFromAnotherDevice, TokenToAnotherDevice, useMovedToken } from './moving.js';
import { WhoSeesWhat } from './who-sees-what.js';
import { useKeptToken } from './use-survey-tokens.js';
import { type Survey, useKeysHash, useSurvey } from './use-surveys.js';

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
  const kept = useKeptToken(personId, surveyId);
  const survey = useSurvey(surveyId);
  const isMovedHere = useMovedToken()?.askingId === surveyId;
  // Answers that wait on the phone are shown without a network.
  if (kept?.step === 'outgoing' || (kept?.step === 'over' && !isMovedHere))
    return <Kept personId={personId} surveyId={surveyId} kept={kept} title={survey.data?.activityTitle} />;
  // Persons who did not take part do not see that there is a survey.
  return <Loaded query={survey}>{(found) => <OneSurvey personId={personId} survey={found} />}</Loaded>;
}

interface KeptProps extends OwnAnswersProps {
  readonly kept: Extract<KeptToken, { step: 'outgoing' | 'over' }>;
  readonly title: string | undefined;
}

function Kept({ personId, surveyId, kept, title }: KeptProps) {
  const { t } = useTranslation();
  return (
    <div className="survey">
      <PageHead title={title ?? t('survey.title')} back="/my" />
      {kept.step === 'over' ? (
        <AnswersOver why={kept.why} />
      ) : (
        <AnswersWaiting personId={personId} surveyId={surveyId} />
      )}
      <WhoSeesWhat />
    </div>
  );
}

function OneSurvey({ personId, survey }: { readonly personId: string; readonly survey: Survey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const moved = useMovedToken();
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
          <p className="hint">{t('survey.answerUntil', { time: format.instant(survey.closesAt) })}</p>
          <WhoSeesWhat>
            <Fingerprint surveyId={survey.id} />
          </WhoSeesWhat>
          {survey.singleSource === true && (
            <Alert type="warning" showIcon title={t('survey.singleSource')} className="notice" />
          )}
          {moved?.askingId === survey.id ? (
            <TokenFromAnotherDevice personId={personId} publicKey={survey.publicKey} moved={moved} />
          ) : (
            <AnswerForm personId={personId} survey={survey} />
          )}
          <TokenToAnotherDevice personId={personId} askingId={survey.id} />
        </>
      ) : (
        <Alert type="info" showIcon title={text} />
      )}
    </div>
  );
}

/** The same as in the notice: comparing the two needs no trust in this page. */
function Fingerprint({ surveyId }: { readonly surveyId: string }) {
  const { t } = useTranslation();
  const { data: keysHash = null } = useKeysHash(surveyId);
  if (keysHash === null) return null;
  return (
    <p className="hint">
      {t('survey.keysHash')} {fingerprintOf(keysHash)}
    </p>
  );
}
