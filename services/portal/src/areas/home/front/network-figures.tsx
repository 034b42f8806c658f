import '../../../kit/styles/figure-tiles.css';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';

interface NetworkFiguresProps {
  readonly network: components['schemas']['NetworkView'] | undefined;
}

/** What the network is and has shared, in a few numbers. One that is not known, or is nothing yet, is left out. */
export function NetworkFigures({ network }: NetworkFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: shared } = useRead('publicUnion', '/public/sharing-figures', {});
  const figures = [
    ['unions', network?.unions],
    ['members', network?.members],
    ['activities', shared?.activities],
    ['attendances', shared?.attendances],
    ['loans', shared?.loans],
  ] as const;
  const known = figures.filter(([, value]) => value !== undefined && value !== null && value > 0);
  return (
    <section aria-labelledby="figures-title" className="front-figures">
      <h2 id="figures-title">{t('front.figures')}</h2>
      <dl className="figure-tiles">
        {known.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`front.figure.${key}`)}</dt>
            <dd>{format.number(value ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {shared !== undefined && (
        <p className="hint">{t('front.since', { day: format.date(shared.since.slice(0, 10)) })}</p>
      )}
    </section>
  );
}
