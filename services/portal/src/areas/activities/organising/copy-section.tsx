import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import type { Activity } from '../activity/activity-form.js';

const CopyForm = lazyPart('CopyForm', () => import('./copy-form.js'));

/** Makes a copy of the activity, for next year or another day. */
export function CopySection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="copy-title">
      <h2 id="copy-title">{t('copying.title')}</h2>
      <p className="hint">{t('copying.hint')}</p>
      {isOpen ? (
        <CopyForm activity={activity} onBack={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('copying.title')}</Button>
      )}
    </section>
  );
}
