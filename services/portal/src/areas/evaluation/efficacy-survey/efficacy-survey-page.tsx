import './efficacy-survey.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import { SeasonStateTag } from './season-state-tag.js';
import { type EfficacySurvey, useEfficacySurvey, useMyInvitations } from './use-efficacy-surveys.js';

const SeasonTerms = lazyPart('SeasonTerms', () => import('./season-terms.js'), { rows: 4 });
const SeasonResults = lazyPart('SeasonResults', () => import('./season-results.js'), { rows: 8 });

export function EfficacySurveyPage() {
  const { efficacySurveyId = '' } = useParams();
  return <Loaded query={useEfficacySurvey(efficacySurveyId)}>{(one) => <OneSeason survey={one} />}</Loaded>;
}

function OneSeason({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const { data: mine = [] } = useMyInvitations();
  const { id, name, state, mayHold } = survey;
  const waits = mine.some((one) => one.efficacySurveyId === id && !one.answered);
  return (
    <DetailPage
      title={name}
      back="/efficacy-surveys"
      state={<SeasonStateTag state={state} />}
      primary={
        waits && <ButtonLink to={`/efficacy-surveys/${id}/answer`}>{t('efficacySurvey.toAnswer')}</ButtonLink>
      }
      secondary={
        mayHold &&
        (state === 'open' || state === 'closed') && (
          <ButtonLink to={`/efficacy-surveys/${id}/invitations`} isPlain>
            {t('efficacySurvey.toInvitations')}
          </ButtonLink>
        )
      }
      more={mayHold && state === 'open' && <CloseButton survey={survey} />}
    >
      <Facts survey={survey} />
      <Terms survey={survey} />
      {state === 'closed' ? <SeasonResults survey={survey} /> : <NotYet survey={survey} />}
    </DetailPage>
  );
}

/** For its holder, until it opens. */
function Terms({ survey }: { readonly survey: EfficacySurvey }) {
  return survey.mayHold && survey.state === 'scheduled' ? <SeasonTerms survey={survey} /> : null;
}

function Facts({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="card facts">
      <dt>{t('efficacySurvey.union')}</dt>
      <dd>{survey.unionName}</dd>
      <dt>{t('efficacySurvey.season')}</dt>
      <dd>
        {format.date(survey.from)} – {format.date(survey.to)}
      </dd>
      <dt>{t('efficacySurvey.window')}</dt>
      <dd>{format.period(survey.opensAt, survey.closesAt)}</dd>
      {survey.closedAt !== null && (
        <>
          <dt>{t('efficacySurvey.closedAt')}</dt>
          <dd>{format.instant(survey.closedAt)}</dd>
        </>
      )}
      <dt>{t('efficacySurvey.system')}</dt>
      <dd>
        <Link to={`/indicator-systems/${survey.indicatorSystemId}`}>{t('efficacySurvey.toSystem')}</Link>
      </dd>
    </dl>
  );
}

const silences = { cancelled: 'calledOff', closing: 'counting', void: 'void' } as const;

/** While it is open nothing is shown to anybody (E127, E130). */
function NotYet({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const silence = silences[survey.state as keyof typeof silences] ?? 'notYet';
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={t(`efficacySurvey.${silence}`)}
        description={t(`efficacySurvey.${silence}Hint`, { time: format.instant(survey.closesAt) })}
        className="notice"
      />
      <section className="card" aria-labelledby="questions-title">
        <h2 id="questions-title">{t('efficacySurvey.questions')}</h2>
        <ol>
          {survey.questions.map(({ key, text, aspect }) => (
            <li key={key}>
              {text} <span className="hint">{t(`efficacySurvey.aspect.${aspect}`)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function CloseButton({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const close = useCommand('efficacySurvey', 'post', '/efficacy-surveys/{efficacySurveyId}/close');
  return (
    <>
      {close.isError && <Refusal title={t('efficacySurvey.closeFailed')} error={close.error} />}
      <ConfirmButton
        danger
        loading={close.isPending}
        question={<p>{t('efficacySurvey.closeQuestion')}</p>}
        confirmText={t('efficacySurvey.closeYes')}
        onConfirm={() => close.mutate({ efficacySurveyId: survey.id, version: survey.version })}
      >
        {t('efficacySurvey.close')}
      </ConfirmButton>
    </>
  );
}
