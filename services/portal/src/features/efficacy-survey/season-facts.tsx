import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { aspects, type KindResult } from './use-efficacy-surveys.js';

type Fact = KindResult['facts'][number];

/** What each kind thinks, and beside it what it did. */
export function SeasonFacts({ kinds }: { readonly kinds: readonly KindResult[] }) {
  const { t } = useTranslation();
  const columns = useColumns(kinds);
  return (
    <section className="card" aria-labelledby="season-facts-title">
      <h2 id="season-facts-title">{t('efficacySurvey.factsTitle')}</h2>
      <p className="hint">{t('efficacySurvey.factsHint')}</p>
      <div className="season-facts">
        <DataTable
          caption={t('efficacySurvey.factsTitle')}
          columns={columns}
          rows={kinds}
          rowKey={({ kind }) => kind}
        />
      </div>
    </section>
  );
}

function useColumns(kinds: readonly KindResult[]): readonly Column<KindResult>[] {
  const { t } = useTranslation();
  const figure = useFigure();
  const names = (kinds[0]?.facts ?? []).map(({ fact }) => fact);
  return [
    {
      key: 'kind',
      title: t('efficacySurvey.kindLabel'),
      cell: ({ kind }) => t(`efficacySurvey.kind.${kind}`),
    },
    ...aspects.map((aspect): Column<KindResult> => ({
      key: aspect,
      title: t(`efficacySurvey.aspect.${aspect}`),
      isNumber: true,
      cell: (one) => one[aspect]?.toFixed(2) ?? t('efficacySurvey.withheld'),
    })),
    ...names.map((name): Column<KindResult> => ({
      key: name,
      title: t(`efficacySurvey.fact.${name}`),
      isNumber: true,
      cell: ({ facts }) => figure(facts.find(({ fact }) => fact === name)),
    })),
  ];
}

/** In the unit of the fact, with that of the season before behind it where there is one. */
function useFigure() {
  const { t } = useTranslation();
  const format = useFormat();
  const text = (fact: Fact['fact'], value: number | null): string => {
    if (value === null) return t('efficacySurvey.unknown');
    if (fact === 'loanPunctuality') return `${Math.round(value * 100)}%`;
    return fact === 'costPerHead' || fact === 'replyTime' ? value.toFixed(2) : format.number(value);
  };
  return (one: Fact | undefined): string => {
    if (one === undefined) return t('efficacySurvey.unknown');
    const now = text(one.fact, one.value);
    return one.previous === null
      ? now
      : `${now} (${t('efficacySurvey.previous')} ${text(one.fact, one.previous)})`;
  };
}
