import { useTranslation } from 'react-i18next';
import { Line } from './arrangement-line.js';
import { AfterIt } from '../../activities/registration/after-it.js';
import { outcomeOf } from '../../activities/registration/outcome.model.js';
import type { FollowUps } from '../../activities/registration/use-follow-ups.js';
import type { Arrangement, MyDrawEntry, MyRegistration } from './arrangements.model.js';

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
