import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedMeanwhile, type Refused } from '../api/changed-meanwhile.js';
import './changed-told.css';
import { type ShownChange, watchShown } from './shown-changes.js';

/** More than that is looked for on the page, not in a list above it. */
const shownMax = 8;

/** Says that nothing was done, has the page read anew, and says what it shows differently since. */
export function ChangedTold({ refused }: { readonly refused: Refused }) {
  const { t } = useTranslation();
  const [changes, setChanges] = useState<readonly ShownChange[]>([]);
  useEffect(() => {
    const content = document.getElementById('content');
    const end = content === null ? () => [] : watchShown(content);
    let isOver = false;
    void refused.readAnew().finally(() => {
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
