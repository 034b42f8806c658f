import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { useJudgementText } from '../weight-version/use-judgement-text.js';
import { useMendingText } from '../weight-version/use-mending-text.js';
import { WeightBars } from '../weight-version/weight-bars.js';
import { type Pair, pairsOf, positionOf, positionsOf } from '../weight-version/weighing.model.js';
import { farthestApart } from './round-result.model.js';
import type { JudgementRound, RoundResult } from './judgement-round.model.js';

type Group = RoundResult['groups'][number];
type JudgeOfGroup = Group['judges'][number];

/** The judgements of each group: together, one by one, and how far they are apart. */
export function RoundResultSection({ round }: { readonly round: JudgementRound }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead('judgementRound', '/judgement-rounds/{judgementRoundId}/result', {
    judgementRoundId: round.id,
  });
  const system = useIndicatorSystem(round.indicatorSystemId);
  if (data === undefined || system.data === undefined)
    return error === null ? (
      <LoadingState rows={4} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  const names = new Map(system.data.nodes.map(({ key, name }) => [key, name]));
  return (
    <>
      <h2>{t('judging.result')}</h2>
      {data.groups.map((group) => (
        <GroupResult key={group.parentKey ?? ''} group={group} names={names} />
      ))}
    </>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly names: ReadonlyMap<string, string>;
}

function GroupResult({ group, names }: GroupProps) {
  const { t } = useTranslation();
  const { parentKey, items, weights, judges } = group;
  const title = parentKey === null ? t('weightVersion.top') : (names.get(parentKey) ?? parentKey);
  const itemNames = items.map((key) => names.get(key) ?? key);
  const columns = useColumns(itemNames);
  return (
    <section className="card">
      <h3>{t('judging.group', { title })}</h3>
      {judges.length === 0 ? (
        <p className="hint">{t('judging.resultNone')}</p>
      ) : (
        <>
          <h4>{t('judging.together')}</h4>
          {weights === null ? (
            <p className="hint">{t('judging.notYet')}</p>
          ) : (
            <WeightBars
              bars={items.map((key, place) => ({
                key,
                name: itemNames[place] ?? key,
                weight: weights[place] ?? 0,
              }))}
            />
          )}
          <Together group={group} itemNames={itemNames} />
          <DataTable caption={title} columns={columns} rows={judges} rowKey={({ judgeId }) => judgeId} />
        </>
      )}
    </section>
  );
}

function Together({ group, itemNames }: { readonly group: Group; readonly itemNames: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const apart = farthestApart(group.spread);
  return (
    <>
      <p>
        <Ratio ratio={group.consistencyRatio} isAcceptable={group.acceptable} />
      </p>
      {apart !== null && (
        <p className="hint">
          {apart.factor < 1.005
            ? t('judging.spreadNone')
            : t('judging.spread', {
                first: itemNames[apart.row] ?? '',
                second: itemNames[apart.column] ?? '',
                factor: format.number(Number(apart.factor.toFixed(2))),
              })}
        </p>
      )}
    </>
  );
}

interface RatioProps {
  readonly ratio: number | null;
  readonly isAcceptable: boolean | null;
}

function Ratio({ ratio, isAcceptable }: RatioProps) {
  const { t } = useTranslation();
  if (ratio === null) return <span className="tag">{t('judging.incomplete')}</span>;
  return (
    <>
      {t('judging.ratioOf', { ratio: ratio.toFixed(3) })}{' '}
      <span className={isAcceptable === true ? 'tag is-published' : 'tag is-cancelled'}>
        {t(isAcceptable === true ? 'judging.consistent' : 'judging.inconsistent')}
      </span>
    </>
  );
}

function useColumns(itemNames: readonly string[]): readonly Column<JudgeOfGroup>[] {
  const { t } = useTranslation();
  return [
    { key: 'name', title: t('judging.judgesLabel'), cell: ({ name }) => name },
    {
      key: 'ratio',
      title: t('judging.ratio'),
      cell: (judge) => (
        <>
          <Ratio ratio={judge.consistencyRatio} isAcceptable={judge.acceptable} />
          <Mend judge={judge} itemNames={itemNames} />
        </>
      ),
    },
    {
      key: 'judgements',
      title: t('judging.judgements'),
      cell: (judge) => <JudgementList judge={judge} itemNames={itemNames} />,
    },
  ];
}

interface JudgeProps {
  readonly judge: JudgeOfGroup;
  readonly itemNames: readonly string[];
}

function Mend({ judge: { mend, upper }, itemNames }: JudgeProps) {
  const { t } = useTranslation();
  const text = useMendingText(itemNames, positionsOf(upper));
  if (mend === null) return null;
  const [now, then] = [text.now(mend), text.then(mend)];
  return (
    <p className="hint">{t('judging.mendOf', { now, then, ratio: mend.consistencyRatio.toFixed(3) })}</p>
  );
}

function JudgementList({ judge: { upper }, itemNames }: JudgeProps) {
  const { t } = useTranslation();
  const judgementText = useJudgementText();
  const positions = positionsOf(upper);
  const sentenceOf = (pair: Pair): string =>
    judgementText(itemNames[pair.row] ?? '', itemNames[pair.column] ?? '', positionOf(positions, pair));
  return (
    <details className="fold">
      <summary>{t('judging.judgements')}</summary>
      <ul className="judgements">
        {pairsOf(itemNames.length).map((pair) => (
          <li key={`${pair.row} ${pair.column}`}>{sentenceOf(pair)}</li>
        ))}
      </ul>
    </details>
  );
}
