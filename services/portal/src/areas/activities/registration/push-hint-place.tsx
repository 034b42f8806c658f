import { lazyPart } from '../../../kit/lazy-part.js';
import { mayBeAsked } from '../../../session/push/push-here.js';
import { isHintDismissed } from './hint-dismissed.js';
import type { RegistrationView } from './registration.model.js';

const PushHint = lazyPart('PushHint', () => import('./push-hint.js'), { rows: 0, texts: ['pushHint'] });

/** Where somebody has just signed up or waits, and this browser could tell them what comes of it. */
export function PushHintPlace({ state }: Pick<RegistrationView, 'state'>) {
  const concerns = state === 'waitlisted' || state === 'confirmed';
  if (!concerns || !mayBeAsked() || isHintDismissed()) return null;
  return <PushHint isWaiting={state === 'waitlisted'} />;
}
