import './intake.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useMe } from '../../../session/use-session.js';
import { AnswerForm } from './answer-form.js';
import { AuthorActs } from './author-acts.js';
import { beginningOf, type Intake, saidOf } from './intake.model.js';
import { IntakeTags } from './intake-tags.js';
import { RouteForm } from './route-form.js';

/** One complaint, idea or question: for its author and for the officers who answer it. */
export function IntakeEntryPage() {
  const { entryId = '' } = useParams();
  const query = useRead('intake', '/intake/{intakeId}', { intakeId: entryId });
  const { data: me } = useMe();
  return (
    <Loaded query={query}>
      {(entry) => (
        <OneEntry
          key={entry.id}
          entry={entry}
          isMine={me === undefined ? null : me.personId === entry.personId}
        />
      )}
    </Loaded>
  );
}

interface OneEntryProps {
  readonly entry: Intake;
  /** Null as long as it is not known. */
  readonly isMine: boolean | null;
}

function OneEntry({ entry, isMine }: OneEntryProps) {
  const { t } = useTranslation();
  const { state } = useLocation() as { readonly state: { readonly isSent?: boolean } | null };
  return (
    <>
      <PageHead title={beginningOf(entry.text)} back={isMine === false ? '/intake?state=open' : '/my'} />
      {state?.isSent && (
        <Alert type="success" showIcon role="status" title={t('intake.sent')} className="notice" />
      )}
      <Facts entry={entry} />
      {isMine === false && <OfficerActs entry={entry} />}
      {isMine === true && <AuthorActs entry={entry} />}
    </>
  );
}

/** An answer may be added to for as long as its author has not judged it. */
function OfficerActs({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (entry.state === 'closed') return null;
  return (
    <>
      {entry.closesAt !== null && (
        <p className="hint">{t('intake.waitsForAuthor', { time: format.instant(entry.closesAt) })}</p>
      )}
      <AnswerForm entry={entry} />
      <RouteForm entry={entry} />
    </>
  );
}

function Facts({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article className="card">
      <IntakeTags entry={entry} />
      <p className="prose">{entry.text}</p>
      <dl className="facts">
        <dt>{t('intake.from')}</dt>
        <dd>{t('intake.fromPerson', { name: entry.personName, union: entry.personUnionName })}</dd>
        <dt>{t('intake.createdAt')}</dt>
        <dd>{format.instant(entry.createdAt)}</dd>
        <dt>{t('intake.union')}</dt>
        <dd>{entry.unionName}</dd>
        {entry.state === 'open' && (
          <>
            <dt>{t('intake.due')}</dt>
            <dd>{format.instant(entry.dueAt)}</dd>
          </>
        )}
        {entry.page !== null && (
          <>
            <dt>{t('intake.about')}</dt>
            <dd>
              <Link to={entry.page}>
                <About entry={entry} />
              </Link>
            </dd>
          </>
        )}
      </dl>
      <Answers entry={entry} />
    </article>
  );
}

/** An activity by its name; anything else is the page that its author was on. */
function About({ entry: { subject } }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const isActivity = subject?.noun === 'activity';
  const { data } = useRead(
    'activity',
    '/activities/{activityId}',
    isActivity ? { activityId: subject.id } : undefined,
  );
  return data?.title ?? t('intake.thatPage');
}

function Answers({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-live="polite" aria-label={t('intake.answers')}>
      {entry.answers.length === 0 && <p className="hint intake-answer">{t('intake.noAnswer')}</p>}
      {saidOf(entry).map(({ text, at, unionName }) => (
        <div key={at} className={unionName === null ? 'intake-follow-up' : 'intake-answer'}>
          <p className="prose">{text}</p>
          <p className="hint">
            {unionName === null
              ? t('intake.followUp', { time: format.instant(at) })
              : t('intake.answeredAt', { union: unionName, time: format.instant(at) })}
          </p>
        </div>
      ))}
      {entry.closedAt !== null && entry.ending !== null && (
        <div className="intake-answer">
          <p>{t(`intake.ending.${entry.ending}`, { time: format.instant(entry.closedAt) })}</p>
          {entry.closeReason !== null && <p>{t('intake.endingReason', { reason: entry.closeReason })}</p>}
        </div>
      )}
    </section>
  );
}
