import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/survey.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { fingerprintOf } from './fingerprint.js';
import { SurveyResultsPanel } from './survey-results.js';
import { SurveyStateTag } from './survey-state-tag.js';
import { type Survey, useKeysHash, useMySurveys, useSurvey } from './use-surveys.js';

export function SurveyPage() {
  const { surveyId = '' } = useParams();
  return <Loaded query={useSurvey(surveyId)}>{(survey) => <OneSurvey survey={survey} />}</Loaded>;
}

function OneSurvey({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  const { data: mine = [] } = useMySurveys();
  const { holds } = useOffices();
  const mayAnswer = mine.some(({ id }) => id === survey.id);
  return (
    <DetailPage
      title={t('survey.titleOf', { title: survey.activityTitle })}
      back="/surveys"
      state={<SurveyStateTag state={survey.state} />}
      primary={mayAnswer && <ButtonLink to={`/surveys/${survey.id}/answer`}>{t('survey.answer')}</ButtonLink>}
      more={isUnfinished(survey) && holds('evaluator', 'organiser') && <CloseButton survey={survey} />}
      aside={survey.state !== 'closed' && <Facts survey={survey} />}
      // What was found comes first, and needs the whole width.
      below={survey.state === 'closed' && <Facts survey={survey} />}
    >
      <Outcome survey={survey} />
    </DetailPage>
  );
}

/** What it found, or why nothing is shown yet. */
function Outcome({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  return (
    <>
      {survey.state === 'closed' && <SurveyResultsPanel survey={survey} />}
      {isUnfinished(survey) && <NotYet survey={survey} />}
      {survey.state === 'closing' && (
        <Alert type="info" showIcon role="status" title={t('survey.counting')} className="notice" />
      )}
      {survey.state === 'void' && (
        <Alert
          type="warning"
          showIcon
          title={t('survey.void')}
          description={t('survey.voidHint')}
          className="notice"
        />
      )}
    </>
  );
}

function isUnfinished({ state }: Survey): boolean {
  return state === 'scheduled' || state === 'open';
}

function Facts({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: keysHash = null } = useKeysHash(survey.id);
  return (
    <dl className="card facts">
      <dt>{t('survey.activity')}</dt>
      <dd>
        <Link to={`/activities/${survey.activityId}`}>{survey.activityTitle}</Link>
      </dd>
      <dt>{t('survey.window')}</dt>
      <dd>{format.period(survey.opensAt, survey.closesAt)}</dd>
      {survey.closedAt !== null && (
        <>
          <dt>{t('survey.closedAt')}</dt>
          <dd>{format.instant(survey.closedAt)}</dd>
        </>
      )}
      <dt>{t('survey.system')}</dt>
      <dd>
        <Link to={`/indicator-systems/${survey.indicatorSystemId}`}>{t('survey.toSystem')}</Link>
      </dd>
      {keysHash !== null && (
        <>
          <dt>{t('survey.keysHash')}</dt>
          <dd>
            {fingerprintOf(keysHash)} <span className="hint">{t('survey.keysHashHint')}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

/** While it is open nothing is shown to anybody: a running total would disclose the last answer (E127, E130). */
function NotYet({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={t('survey.notYet')}
        description={t('survey.notYetHint', { time: format.instant(survey.closesAt) })}
        className="notice"
      />
      <section className="card" aria-labelledby="questions-title">
        <h2 id="questions-title">{t('survey.questions')}</h2>
        <ol>
          {survey.questions.map(({ key, text, kind }) => (
            <li key={key}>
              {text} <span className="hint">{t(`survey.kind.${kind}`)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function CloseButton({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  const close = useCommand('survey', 'post', '/surveys/{surveyId}/close');
  return (
    <>
      {close.isError && <Refusal title={t('survey.closeFailed')} error={close.error} />}
      <ConfirmButton
        danger
        loading={close.isPending}
        question={<p>{t('survey.closeQuestion')}</p>}
        confirmText={t('survey.closeYes')}
        onConfirm={() => close.mutate({ surveyId: survey.id, version: survey.version })}
      >
        {t('survey.close')}
      </ConfirmButton>
    </>
  );
}
