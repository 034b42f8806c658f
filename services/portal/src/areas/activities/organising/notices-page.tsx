import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { useOrganises } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';

const ReminderSection = lazyPart('ReminderSection', () => import('../reminder/reminder-section.js'), {
  texts: ['reminder'],
});
const MessageSection = lazyPart('MessageSection', () => import('../message/message-section.js'), {
  texts: ['message'],
});
const LetterSection = lazyPart('LetterSection', () => import('../letter/letter-section.js'), {
  texts: ['letter'],
});
const QuestionSection = lazyPart('QuestionSection', () => import('../question/question-section.js'), {
  texts: ['question'],
});

export function NoticesPage() {
  return <OfActivity>{(activity) => <Notices activity={activity} />}</OfActivity>;
}

/** Notices and messages of an activity, and the questions about it. */
function Notices({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const mayManage = useOrganises(activity);
  // Letters are issued in the name of the union.
  const isOfUnion = useReaches(activity.unionId);
  const isPublic = activity.publishedAt !== null;
  const isOn = isPublic && activity.state !== 'cancelled';
  return (
    <>
      <PageHead
        title={t('organising.tellingOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      >
        <Announce activity={activity} />
      </PageHead>
      <div className="organise">
        {isPublic && <QuestionSection activity={activity} />}
        {mayManage && isPublic && <MessageSection activity={activity} />}
        {mayManage && <ReminderSection activity={activity} />}
        {isOfUnion && isOn && <LetterSection activity={activity} />}
        {!isPublic && !mayManage && <EmptyState text={t('organising.tellsNobody')} />}
      </div>
    </>
  );
}

/** Officers write to those who came, or who signed up while it lies ahead, in the name of the union. */
function Announce({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const mayAnnounce = useReaches(activity.unionId, ['officer']);
  if (!mayAnnounce || activity.publishedAt === null) return null;
  const { id, title: name, state } = activity;
  const audience = { to: state === 'closed' ? 'attended' : 'registered', id, name };
  return (
    <Link to={`/announcements/new?${new URLSearchParams(audience)}`}>
      {t('organising.writeAnnouncement')}
    </Link>
  );
}
