import '../../../kit/styles/figure-tiles.css';
import { useTranslation } from 'react-i18next';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';

interface DuesSumsProps {
  readonly unionId: string;
  /** All years if undefined. */
  readonly year: number | undefined;
  /** Only of those in this group, if there is one. */
  readonly group: string | undefined;
}

/** What the members of a union or of a group owe, have paid and have not paid, together. */
export function DuesSums({ unionId, year, group }: DuesSumsProps) {
  const { t } = useTranslation();
  const ofYear = year === undefined ? {} : { year };
  const ofGroup = group === undefined ? {} : { group };
  const query = useRead('dues', '/dues-sums', { union: unionId, ...ofYear, ...ofGroup });
  return (
    <section aria-label={t('dues.sums.title')}>
      <Loaded query={query}>{(sums) => <Figures sums={sums} year={year} />}</Loaded>
    </section>
  );
}

interface FiguresProps {
  readonly sums: AnswerAt<'/dues-sums'>;
  readonly year: number | undefined;
}

function Figures({ sums: { due, paid, open, owing, unknown }, year }: FiguresProps) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const figures = [
    [year === undefined ? t('dues.due') : t('dues.sums.due', { year }), due],
    [year === undefined ? t('dues.paid') : t('dues.sums.paid', { year }), paid],
    [t('dues.sums.open', { number: number(owing) }), open],
  ] as const;
  // Where nothing is due by any rule, three times nothing says less than the words about the rule below.
  if (unknown === 0 && figures.every(([, { amount }]) => amount === '0')) return null;
  return (
    <>
      <dl className="figure-tiles">
        {figures.map(([name, sum]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{money(sum)}</dd>
          </div>
        ))}
      </dl>
      {unknown > 0 && <p className="hint">{t('dues.sums.unknown', { number: number(unknown) })}</p>}
    </>
  );
}
