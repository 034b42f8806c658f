import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { HeatMap } from '../efficacy/heat-map.js';
import { type Aspect, aspects, type KindResult, type PartyKindOfSeason } from './use-efficacy-surveys.js';

/** Function by business, of one kind and one aspect at a time: the figure stands in each cell, and all in the table. */
export function SeasonMap({ kinds }: { readonly kinds: readonly KindResult[] }) {
  const { t } = useTranslation();
  const shown = kinds.filter(({ opinions }) => opinions.length > 0);
  const [kind, setKind] = useState<PartyKindOfSeason | undefined>(shown[0]?.kind);
  const [aspect, setAspect] = useState<Aspect>('satisfaction');
  const one = shown.find((each) => each.kind === kind) ?? shown[0];
  const cells = useMemo(
    () =>
      (one?.opinions ?? [])
        .filter((opinion) => opinion.aspect === aspect)
        .map((opinion) => ({
          ...opinion,
          key: `${opinion.function}.${opinion.business}`,
          value: opinion.mean,
        })),
    [one, aspect],
  );
  if (one === undefined) return null;
  const names = {
    kind: t(`efficacySurvey.kind.${one.kind}`),
    aspect: t(`efficacySurvey.aspect.${aspect}`),
  };
  return (
    <section className="card" aria-labelledby="season-map-title">
      <h2 id="season-map-title">{t('efficacySurvey.map')}</h2>
      <MapChoices kinds={shown} kind={one.kind} aspect={aspect} onKind={setKind} onAspect={setAspect} />
      <HeatMap
        label={t('efficacySurvey.mapOf', names)}
        cells={cells}
        scale={{ min: 1, max: 5 }}
        more={[
          {
            key: 'previous',
            title: t('efficacySurvey.previous'),
            isNumber: true,
            cell: ({ previous }) => previous?.toFixed(2) ?? t('efficacySurvey.withheld'),
          },
        ]}
      />
    </section>
  );
}

interface MapChoicesProps {
  readonly kinds: readonly KindResult[];
  readonly kind: PartyKindOfSeason;
  readonly aspect: Aspect;
  readonly onKind: (kind: PartyKindOfSeason | undefined) => void;
  readonly onAspect: (aspect: Aspect) => void;
}

function MapChoices({ kinds, kind, aspect, onKind, onAspect }: MapChoicesProps) {
  const { t } = useTranslation();
  return (
    <div className="money-filters">
      <Choice<PartyKindOfSeason>
        label={t('efficacySurvey.kindLabel')}
        value={kind}
        options={kinds.map((each) => ({ value: each.kind, label: t(`efficacySurvey.kind.${each.kind}`) }))}
        onChange={onKind}
      />
      <Choice<Aspect>
        label={t('efficacySurvey.aspectLabel')}
        value={aspect}
        options={aspects.map((value) => ({ value, label: t(`efficacySurvey.aspect.${value}`) }))}
        onChange={(value) => onAspect(value ?? 'satisfaction')}
      />
    </div>
  );
}
