import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { fingerprintOf } from '../../evaluation/survey/fingerprint.js';
import { moneyAddressOf, type Notice, type Sentence, sentencesOf } from './notice-words.model.js';

/** One notice: what has happened, to which activity, and why the reader is notified. */
export function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useCommand('notice', 'post', '/me/notices/{noticeId}/read');
  const { id, kind, readAt, why, createdAt } = notice;
  const title = titleOf(notice) ?? t(`notice.intake.${notice.details.intakeKind ?? 'complaint'}`);
  const markRead = (): void => {
    if (readAt === null) read.mutate({ noticeId: id });
  };
  return (
    <article className={`card notice-line${readAt === null ? ' is-unread' : ''}`}>
      <p className="hint">
        <span className="tag">{t(`notice.kind.${kind}`)}</span>
        <time dateTime={createdAt}>{format.instant(createdAt)}</time>
        {readAt === null && <strong>{t('notice.unread')}</strong>}
      </p>
      <h2>
        <Link to={addressOf(notice)} onClick={markRead}>
          {title}
        </Link>
      </h2>
      <Words notice={notice} />
      <p className="hint">{t(`notice.why.${why}`)}</p>
      {readAt === null && (
        <Button loading={read.isPending} aria-label={t('notice.markReadOf', { title })} onClick={markRead}>
          {t('notice.markRead')}
        </Button>
      )}
    </article>
  );
}

/** The title of its subject; an intake entry has none. */
function titleOf({ activityTitle, details }: Notice): string | null {
  const { brandName, moneyTitle, needTitle, rankingTitle, resourceTitle, seasonName } = details;
  const { delegationId, partyName } = details;
  if (delegationId !== null) return partyName;
  const named = moneyTitle ?? seasonName ?? rankingTitle ?? needTitle ?? brandName ?? resourceTitle;
  return named ?? activityTitle;
}

/** The page of its subject. */
function addressOf({ kind, activityId, details }: Notice): string {
  const { efficacySurveyId, moneyId, rankingId, surveyId } = details;
  if (moneyId !== null) return moneyAddressOf(kind, moneyId);
  // The list fetches tokens, so that the moment of answering reveals nothing.
  if (surveyId !== null) return '/surveys';
  if (efficacySurveyId !== null)
    return `/efficacy-surveys/${efficacySurveyId}${kind === 'seasonClosed' ? '' : '/answer'}`;
  if (rankingId !== null) return `/rankings/${rankingId}`;
  return sharedAddressOf(activityId, details);
}

function sharedAddressOf(activityId: string | null, details: Notice['details']): string {
  const { brandId, delegationId, intakeId, loanId, needId, resourceId, waitId } = details;
  if (intakeId !== null) return `/intake/${intakeId}`;
  if (delegationId !== null) return '/account';
  if (waitId !== null) return `/loan-waits/${waitId}`;
  if (resourceId !== null) return `/resources/${resourceId}/maintenance`;
  if (needId !== null) return `/needs/${needId}`;
  if (brandId !== null) return `/brands/${brandId}`;
  return loanId === null ? `/activities/${activityId}` : `/loans/${loanId}`;
}

function Words({ notice }: { readonly notice: Notice }) {
  const { subject, text } = notice.details;
  return (
    <>
      {sentencesOf(notice).map((sentence) => (
        <p key={sentence}>
          <OneSentence sentence={sentence} notice={notice} />
        </p>
      ))}
      {subject !== null && (
        <p>
          <strong>{subject}</strong>
        </p>
      )}
      {text !== null && <p className="prose quoted">{text}</p>}
    </>
  );
}

/** Empty where a notice of this kind has no such value. */
function shown(value: string | null, inWords: (value: string) => string): string {
  return value === null ? '' : inWords(value);
}

function OneSentence({ sentence, notice }: { readonly sentence: Sentence; readonly notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat(notice.timeZone);
  const { expiresAt, role, reason, startsAt, startsAtBefore, venue, at, poolName } = notice.details;
  const { partyName, taskTitle, dueOn, fen, offerTitle, keysHash } = notice.details;
  const time = (instant: string | null): string => shown(instant, format.instant);
  const office = t(`notice.role.${role ?? 'officer'}`);
  const values = {
    office,
    reason: reason ?? '',
    venue: venue ?? '',
    pool: poolName ?? '',
    deadline: time(expiresAt),
    now: time(startsAt),
    before: time(startsAtBefore),
    time: time(at),
    offer: offerTitle ?? '',
    amount: shown(fen, (amount) => format.money({ amount })),
    party: partyName ?? '',
    task: taskTitle ?? '',
    fingerprint: shown(keysHash, fingerprintOf),
    day: shown(dueOn, format.date),
  };
  return t(`notice.text.${sentence}`, values);
}
