import '../../../kit/styles/fold.css';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { inOrderOfUse } from './session-order.model.js';

type Session = components['schemas']['SessionView'];

/** Those that were used last are most of what one looks for; the others would fill screens. */
const shownAtOnce = 4;

/** All sessions of the person; the present one ends by signing out. */
export function SessionList() {
  const { t } = useTranslation();
  const format = useFormat();
  const sessions = useList('session', '/auth/sessions', {});
  const end = useCommand('session', 'delete', '/auth/sessions/{sessionId}');
  return (
    <>
      <p className="hint">{t('account.sessionsHint')}</p>
      {end.isError && <Refusal title={t('account.endSessionFailed')} error={end.error} />}
      <PagedList list={sessions} empty={{ text: t('account.sessionsEmpty') }}>
        {(items) => {
          const ordered = inOrderOfUse(items);
          const lines = (some: readonly Session[]) => (
            <ul className="plain-list account-lines">
              {some.map((one) => (
                <SessionLine
                  key={one.id}
                  one={one}
                  isEnding={end.isPending && end.variables.sessionId === one.id}
                  onEnd={() => end.mutate({ sessionId: one.id })}
                />
              ))}
            </ul>
          );
          const older = ordered.slice(shownAtOnce);
          return (
            <>
              {lines(ordered.slice(0, shownAtOnce))}
              {older.length > 0 && (
                <details className="fold">
                  <summary>{t('account.sessionsOlder', { number: format.number(older.length) })}</summary>
                  {lines(older)}
                </details>
              )}
            </>
          );
        }}
      </PagedList>
      {(sessions.items ?? []).length > 1 && <SignOutEverywhere />}
    </>
  );
}

/** For a phone that was lost, or a shared computer that was left open. */
function SignOutEverywhere() {
  const { t } = useTranslation();
  const end = useCommand('session', 'delete', '/auth/sessions');
  return (
    <>
      {end.isError && <Refusal title={t('account.endSessionFailed')} error={end.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={end.isPending}
          question={t('account.signOutEverywhereQuestion')}
          confirmText={t('account.signOutEverywhereYes')}
          onConfirm={() => end.mutate({ which: 'others' })}
        >
          {t('account.signOutEverywhere')}
        </ConfirmButton>
      </div>
    </>
  );
}

interface SessionLineProps {
  readonly one: Session;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionLine({ one, isEnding, onEnd }: SessionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const created = format.instant(one.createdAt);
  const name = one.device ?? t('account.sessionFrom', { from: one.from });
  return (
    <li>
      <div className="account-line">
        <p>{name}</p>
        <p className="hint">
          {t('account.sessionTimes', { created, used: format.instant(one.usedAt) })}{' '}
          {one.device !== null && t('account.sessionFrom', { from: one.from })}
        </p>
      </div>
      {one.current ? (
        <span className="tag is-published">{t('account.sessionThis')}</span>
      ) : (
        <ConfirmButton
          danger
          loading={isEnding}
          question={t('account.endSessionQuestion')}
          confirmText={t('account.endSessionYes')}
          aria-label={t('account.endSessionOf', { from: name, created })}
          onConfirm={onEnd}
        >
          {t('account.endSession')}
        </ConfirmButton>
      )}
    </li>
  );
}
