import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import type { Activity } from '../activity/use-activities.js';

const SeriesForm = lazyPart('SeriesForm', () => import('./series-form.js'), { texts: ['series'] });

/** Makes a series of the activity, on the days of a rule. */
export function SeriesSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="series-title">
      <h2 id="series-title">{t('organising.makeSeries')}</h2>
      <p className="hint">{t('organising.seriesHint')}</p>
      {isOpen ? (
        <SeriesForm activity={activity} onBack={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('organising.makeSeries')}</Button>
      )}
    </section>
  );
}
