import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { useOffices } from '../../../session/use-offices.js';
import { useUnionName } from '../../../session/use-unions.js';

type Statistics = AnswerAt<'/unions/{unionId}/statistics'>;

/** The officer's own union in three figures at most, each of which leads to whom it counts. */
export function UnionInShort() {
  const { unionIdsOf } = useOffices();
  const [unionId] = unionIdsOf('officer');
  const { data } = useRead(
    'census',
    '/unions/{unionId}/statistics',
    unionId === undefined ? undefined : { unionId },
  );
  if (unionId === undefined || data === undefined) return null;
  return <Figures unionId={unionId} statistics={data} />;
}

interface FiguresProps {
  readonly unionId: string;
  readonly statistics: Statistics;
}

function Figures({ unionId, statistics: { members, dimensions } }: FiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const union = useUnionName(unionId);
  const countOf = (by: string, value: string): number | null =>
    dimensions.find((one) => one.by === by)?.values.find((one) => one.value === value)?.members ?? null;
  const figures = [
    { key: 'members', count: members, to: `/members?union=${unionId}` },
    {
      key: 'notActivated',
      count: countOf('activation', 'imported'),
      to: `/members?union=${unionId}&state=imported`,
    },
    { key: 'neverCame', count: countOf('participation', 'never'), to: `/census?union=${unionId}` },
  ] as const;
  // A figure of nobody leads nowhere.
  const shown = figures.filter(({ count }) => count !== null && count > 0);
  if (shown.length === 0) return null;
  return (
    <section className="card union-in-short" aria-labelledby="union-in-short-title">
      <h2 id="union-in-short-title">{union}</h2>
      <ul className="plain-list">
        {shown.map(({ key, count, to }) => (
          <li key={key}>
            <Link to={to}>
              <span>{t(`home.inShort.${key}`)}</span>
              <span className="big-figure">{format.number(count ?? 0)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
