import { useQuery } from '@tanstack/react-query';
import { type ToggleEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../../api/platform.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { holds, type PlaceProof } from './queue.model.js';
import { type Place, type Queue, useQueue } from './use-queue.js';

interface QueueHowProps {
  readonly activityId: string;
  readonly place: Place;
}

/** How the order is made, in words; opened, it shows what was published and computes the person's own key again. */
export function QueueHow({ activityId, place }: QueueHowProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const queue = useQueue(activityId, isOpen);
  const toggle = ({ currentTarget }: ToggleEvent<HTMLDetailsElement>): void => setIsOpen(currentTarget.open);
  return (
    <section className="card" aria-labelledby="queue-how">
      <h2 id="queue-how">{t('queue.how.title')}</h2>
      <ul className="queue-rules">
        <li>{t('queue.how.lot')}</li>
        <li>{t('queue.how.arrival')}</li>
        <li>{t('queue.how.turn')}</li>
      </ul>
      {place.order !== null && <p>{t(`queue.how.mine.${place.order}`, { place: place.place ?? 0 })}</p>}
      <details className="queue-proof" onToggle={toggle}>
        <summary>{t('queue.how.proof')}</summary>
        {queue.isPending && isOpen && <LoadingState rows={2} />}
        {queue.isError && queue.data === undefined && (
          <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />
        )}
        {queue.data !== undefined && <Published queue={queue.data} place={place} />}
      </details>
    </section>
  );
}

function Published({ queue, place }: { readonly queue: Queue; readonly place: Place }) {
  const { t } = useTranslation();
  const { commitment, secret, early } = queue;
  const { key } = place;
  return (
    <>
      <p className="hint">{t('queue.how.commitment')}</p>
      <Hash name={t('queue.how.fingerprint')} hash={commitment} />
      {secret === null && <p className="hint">{t('queue.how.secretLater')}</p>}
      {secret !== null && <Hash name={t('queue.how.secret')} hash={secret} />}
      {early !== null && <p className="hint">{t('queue.how.early', { count: early })}</p>}
      {key !== null && <Hash name={t('queue.how.key')} hash={key} />}
      {secret !== null && key !== null && (
        <Checked proof={{ commitment, secret, key, personId: session.personId() }} />
      )}
    </>
  );
}

function Hash({ name, hash }: { readonly name: string; readonly hash: string }) {
  return (
    <p>
      {name}
      <br />
      <code className="queue-hash">{hash}</code>
    </p>
  );
}

/** Browsers compute hashes at encrypted addresses only. */
function Checked({ proof }: { readonly proof: PlaceProof }) {
  const { t } = useTranslation();
  const check = useQuery({
    queryKey: ['queueProof', proof],
    queryFn: () => holds(proof),
    enabled: isSecureContext,
    staleTime: Infinity,
  });
  if (!isSecureContext) return <p className="hint">{t('queue.how.insecure')}</p>;
  if (check.data === undefined) return null;
  return <p role="status">{t(check.data ? 'queue.how.holds' : 'queue.how.broken')}</p>;
}
