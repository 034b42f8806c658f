import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isStale, obstaclePath, ProblemError, sortErrors, UnreachableError } from '../api/problem.js';
import { useOnline } from './use-online.js';
import { useReachable } from './use-reachable.js';

/** While something is on its way; without a network nothing is, and nothing of it is kept. */
export function LoadingState({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  const isOnline = useOnline();
  if (!isOnline) return <NothingKept />;
  return (
    <div className="card" role="status" aria-live="polite">
      <span className="visually-hidden">{t('common.loading')}</span>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: rows + 1 }, (_unused, row) => (
          <div key={row} />
        ))}
      </div>
    </div>
  );
}

/** What cannot be shown without a network, and comes by itself with one. Why, the notice at the top says once, with another try. */
function NothingKept({ title }: { readonly title?: string }) {
  const { t } = useTranslation();
  return (
    <div className="nothing-kept hint" role="status">
      {title !== undefined && <h3>{title}</h3>}
      <p>{t('common.nothingKept')}</p>
    </div>
  );
}

/** Where there is nothing, and what to do about it. */
export function EmptyState({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="card empty-state" role="status">
      <p>{text}</p>
      {children}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** What could not be loaded, where the page shows several things. */
  readonly title?: string;
}

/** Why something could not be loaded, and another try, unless it is for others: that is the same the next time. */
export function ErrorState({ error, onRetry, title }: ErrorStateProps) {
  const { t } = useTranslation();
  const isReachable = useReachable();
  // Several of these on one page would say the same as the notice at its top.
  if (error instanceof UnreachableError && !isReachable) return <NothingKept title={title} />;
  const isForOthers = error instanceof ProblemError && error.problem.status === 403;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title ?? t('common.failed')}
      description={<ErrorText error={error} />}
      action={!isForOthers && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    />
  );
}

interface RefusalProps {
  readonly title: string;
  readonly error: unknown;
  /** The fields that show their own errors (`showErrors`). */
  readonly fields?: readonly string[];
}

/** Why the platform did not do what was asked of it, as far as no field says so. */
export function Refusal({ title, error, fields = [] }: RefusalProps) {
  const { t } = useTranslation();
  if (isStale(error)) return <ChangedElsewhere />;
  const isBroken = !(error instanceof ProblemError) || error.problem.status >= 500;
  const texts = isBroken ? [] : sortErrors(error.problem, fields).general;
  if (!isBroken && texts.length === 0) return null;
  const description = isBroken ? <ErrorText error={error} /> : texts.map((text) => <p key={text}>{text}</p>);
  const path = isBroken ? null : obstaclePath(error.problem);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={description}
      action={path !== null && <Link to={path}>{t('common.showObstacle')}</Link>}
      className="notice"
    />
  );
}

/** The way on: what is shown is asked for anew, while what was typed stays in its form. */
function ChangedElsewhere() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('common.changedElsewhere')}
      description={t('common.changedElsewhereHint')}
      action={<Button onClick={() => void queryClient.invalidateQueries()}>{t('common.showCurrent')}</Button>}
      className="notice"
    />
  );
}

/** In a form that sends only what is changed in it: what somebody else has changed since it was opened stays. */
export function ChangedMeanwhile() {
  const { t } = useTranslation();
  return (
    <Alert type="warning" showIcon role="status" className="notice" title={t('common.changedMeanwhile')} />
  );
}

/** The platform's own words in the reader's language; ours, where it could not be reached. */
function ErrorText({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof ProblemError)) return <p>{t('common.unreachable')}</p>;
  const { detail, status, traceId } = error.problem;
  return (
    <>
      <p>{detail}</p>
      {status >= 500 && traceId !== '' && <p>{t('common.trace', { traceId })}</p>}
    </>
  );
}
