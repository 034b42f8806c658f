import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { aspects, type KindResult } from './use-efficacy-surveys.js';

type Fact = KindResult['facts'][number];

/** What is said of every kind in one line: an aspect, or a fact. */
interface FactLine {
  readonly key: string;
  readonly title: string;
  readonly text: (one: KindResult) => string;
}

/** What each kind thinks, and below it what it did: kinds stand side by side. */
export function SeasonFacts({ kinds }: { readonly kinds: readonly KindResult[] }) {
  const { t } = useTranslation();
  const lines = useLines(kinds);
  const columns: readonly Column<FactLine>[] = [
    { key: 'title', title: t('efficacySurvey.factLabel'), cell: ({ title }) => title },
    ...kinds.map((one): Column<FactLine> => ({
      key: one.kind,
      title: t(`efficacySurvey.kind.${one.kind}`),
      isNumber: true,
      cell: ({ text }) => text(one),
    })),
  ];
  return (
    <section className="card" aria-labelledby="season-facts-title">
      <h2 id="season-facts-title">{t('efficacySurvey.factsTitle')}</h2>
      <p className="hint">{t('efficacySurvey.factsHint')}</p>
      <DataTable
        caption={t('efficacySurvey.factsTitle')}
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

function useLines(kinds: readonly KindResult[]): readonly FactLine[] {
  const { t } = useTranslation();
  const figure = useFigure();
  return [
    ...aspects.map((aspect): FactLine => ({
      key: aspect,
      title: t(`efficacySurvey.aspect.${aspect}`),
      text: (one) => one[aspect]?.toFixed(2) ?? t('efficacySurvey.withheld'),
    })),
    ...(kinds[0]?.facts ?? []).map(({ fact: name }): FactLine => ({
      key: name,
      title: t(`efficacySurvey.fact.${name}`),
      text: ({ facts }) => figure(facts.find(({ fact }) => fact === name)),
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
      : t('efficacySurvey.nowAndBefore', { now, before: text(one.fact, one.previous) });
  };
}
