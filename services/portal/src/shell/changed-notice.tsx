import { Button } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { changedMeanwhile } from '../api/changed-meanwhile.js';
import { type ShownChange, watchShown } from './shown-changes.js';

/** More than that is looked for on the page, not in a list above it. */
const shownMax = 8;

/**
 * Says that a decision was not taken, because what it was about is no longer as it was shown, and what the page shows
 * differently since. It goes with the page.
 */
export function ChangedNotice() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const refused = useSyncExternalStore(changedMeanwhile.subscribe, changedMeanwhile.current);
  const [changes, setChanges] = useState<readonly ShownChange[]>([]);
  useEffect(() => () => changedMeanwhile.forget(), [pathname]);
  useEffect(() => {
    const content = document.getElementById('content');
    if (refused === null || content === null) return;
    const end = watchShown(content);
    let isOver = false;
    void refused.readAnew.finally(() => {
      // What was read is drawn in the frame after the next at the latest.
      requestAnimationFrame(() => requestAnimationFrame(() => isOver || setChanges(end())));
    });
    return () => {
      isOver = true;
      end();
      setChanges([]);
    };
  }, [refused]);
  return (
    <div aria-live="assertive" className="changed-notice">
      {refused !== null && (
        <div>
          <p>
            {t('app.changedMeanwhile')}{' '}
            <Button onClick={() => changedMeanwhile.forget()}>{t('app.changedMeanwhileSeen')}</Button>
          </p>
          {changes.length > 0 && (
            <ul aria-label={t('app.changedTexts')}>
              {changes.slice(0, shownMax).map((change, index) => (
                <ChangeLine key={index} change={change} />
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

function ChangeLine({ change: { label, before, now } }: { readonly change: ShownChange }) {
  const { t } = useTranslation();
  return (
    <li>
      {label !== '' && `${label}${t('app.labelEnd')}`}
      {before !== '' && <del>{before}</del>}
      {before !== '' && now !== '' && ' → '}
      {now !== '' && <ins>{now}</ins>}
    </li>
  );
}
