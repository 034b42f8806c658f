import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Line } from './arrangement-line.js';
import { type Arrangement, type MyDrawEntry, type MyRegistration, outcomeOf } from './arrangements.model.js';
import type { FollowUps } from './use-follow-ups.js';

interface PastLineProps {
  readonly arrangement: Arrangement;
  readonly followUps: FollowUps;
}

/** One thing that is over, or came to nothing. */
export function PastLine({ arrangement: { kind, one }, followUps }: PastLineProps) {
  // A queue that is over has nothing to say: whoever got a seat by it has a registration.
  if (kind === 'queuePlace') return null;
  return kind === 'drawEntry' ? (
    <PastEntry one={one} />
  ) : (
    <PastRegistration one={one} followUps={followUps} />
  );
}

function PastEntry({ one }: { readonly one: MyDrawEntry }) {
  const { t } = useTranslation();
  const { drawState, outReason } = one;
  const text = drawState === 'cancelled' ? t('mine.drawCancelled') : t('mine.notInDraw');
  return (
    <Line one={one} tag={{ look: 'over', text }}>
      {outReason !== null && <p className="hint">{t(`mine.out.${outReason}`)}</p>}
    </Line>
  );
}

function PastRegistration({
  one,
  followUps,
}: {
  readonly one: MyRegistration;
  readonly followUps: FollowUps;
}) {
  const { t } = useTranslation();
  const outcome = outcomeOf(one);
  const look = outcome === 'attended' ? 'confirmed' : 'over';
  return (
    <Line one={one} tag={{ look, text: t(`mine.outcome.${outcome}`) }}>
      {outcome === 'attended' && <AfterIt activityId={one.activityId} followUps={followUps} />}
    </Line>
  );
}

/** What whoever was there may do now. */
function AfterIt({
  activityId,
  followUps: { surveys, letters },
}: {
  readonly activityId: string;
  readonly followUps: FollowUps;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const survey = surveys.get(activityId);
  const letter = letters.get(activityId);
  return (
    <p>
      {survey !== undefined && (
        <Link to={`/surveys/${survey.id}/answer`}>
          {t('mine.fillSurvey', { time: format.instant(survey.closesAt) })}
        </Link>
      )}
      <Link to={`/activities/${activityId}/album`}>{t('mine.album')}</Link>
      {letter !== undefined && (
        // Its file is made where all of them are.
        <a href="#my-letters">{t('mine.certificate', { number: letter.number })}</a>
      )}
    </p>
  );
}
