import './score.css';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { HeatMap } from '../efficacy/heat-map.js';
import { ordered } from '../indicator-system/indicator-tree.model.js';
import { useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { ScoreRevisions } from './score-revisions.js';
import { largestEffects, scoreTree } from './score-tree.model.js';
import { ScoreTree } from './score-tree.js';
import { ScoreVerification } from './score-verification.js';
import { ScoreWaterfall } from './score-waterfall.js';
import { ScoreSubjectFacts } from './score-subject-facts.js';
import type { Score } from './score.model.js';

export function ScorePage() {
  const { scoreId = '' } = useParams();
  const score = useRead('score', '/scores/{scoreId}', { scoreId });
  return <Loaded query={score}>{(found) => <OneScore score={found} />}</Loaded>;
}

function OneScore({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const system = useIndicatorSystem(score.indicatorSystemId);
  const tree = scoreTree(score.contributions, ordered(system.data?.nodes ?? []));
  const title = score.subject.name ?? t('scores.unnamed');
  return (
    <DetailPage
      title={t('score.titleOf', { title })}
      back="/scores"
      aside={<Basis score={score} />}
      below={
        <>
          <section className="card" aria-labelledby="why-title">
            <h2 id="why-title">{t('score.why')}</h2>
            <p className="hint">{t('score.whyHint')}</p>
            <ScoreTree nodes={tree} />
          </section>
          <ScoreWaterfall scoreId={score.id} mainKeys={tree.map(({ key }) => key)} />
          <Table score={score} />
          <ScoreRevisions scoreId={score.id} />
          <ScoreVerification scoreId={score.id} />
        </>
      }
    >
      <Head score={score} />
    </DetailPage>
  );
}

function Head({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const format = useFormat();
  const missing = score.contributions
    .filter(({ indicatorId }) => score.missingIndicators.includes(indicatorId))
    .map(({ name }) => name);
  return (
    <dl className="card facts">
      <dt>{t('score.score')}</dt>
      <dd className="score-figure">
        {score.score === null
          ? t('score.nothingMeasured')
          : t('score.ofHundred', { score: score.score.toFixed(1) })}
      </dd>
      <Effects score={score} />
      <NextStep score={score} />
      <ScoreSubjectFacts score={score} />
      <dt>{t('score.coverage')}</dt>
      <dd>{format.share(score.coverage)}</dd>
      {missing.length > 0 && (
        <>
          <dt>{t('score.missing')}</dt>
          <dd>
            {missing.join(t('common.separator'))}
            <div className="hint">{t(`score.missingSaid.${score.missing}`)}</div>
          </dd>
        </>
      )}
    </dl>
  );
}

/** What made the score: the three indicators with the most points, and the three that lost the most. */
function Effects({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const effects = largestEffects(score.contributions);
  return (['gained', 'lost'] as const)
    .filter((side) => effects[side].length > 0)
    .map((side) => (
      <Fragment key={side}>
        <dt>{t(`score.effects.${side}`)}</dt>
        <dd>
          {effects[side]
            .map(({ name, points }) => t(`score.effects.${side}Of`, { name, points: points.toFixed(1) }))
            .join(t('common.separator'))}
        </dd>
      </Fragment>
    ));
}

/** Where the most is to be won. */
function NextStep({ score: { contributions } }: { readonly score: Score }) {
  const { t } = useTranslation();
  const [most] = largestEffects(contributions).lost;
  if (most === undefined) return null;
  return (
    <>
      <dt>{t('scores.next')}</dt>
      <dd>{t('scores.nextOf', { name: most.name, points: most.points.toFixed(1) })}</dd>
    </>
  );
}

/** From what it was computed, and when. */
function Basis({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { indicatorSystemId, indicatorSystemName: name, indicatorSystemVersion: version } = score;
  return (
    <section className="card" aria-labelledby="basis-title">
      <h2 id="basis-title">{t('score.basis')}</h2>
      <dl className="facts">
        <dt>{t('survey.system')}</dt>
        <dd>
          <Link to={`/indicator-systems/${indicatorSystemId}`}>
            {t('indicatorSystem.nameAndVersion', { name, version })}
          </Link>
        </dd>
        <dt>{t('score.weights')}</dt>
        <dd>
          <Link to={`/weight-versions/${score.weightVersionId}`}>{t('score.toWeights')}</Link>
        </dd>
        {score.surveyId !== null && (
          <>
            <dt>{t('score.survey')}</dt>
            <dd>
              <Link to={`/surveys/${score.surveyId}`}>{t('score.toSurvey')}</Link>
            </dd>
          </>
        )}
        <dt>{t('score.computedAt')}</dt>
        <dd>{format.instant(score.createdAt)}</dd>
        <dt>{t('scores.revision')}</dt>
        <dd>{t('scores.revisionOf', { number: score.revision })}</dd>
        <dt>{t('score.inputs')}</dt>
        <dd>
          <code>{score.inputsHash.slice(0, 12)}</code>
          <div className="hint">{t('score.inputsHint')}</div>
        </dd>
      </dl>
    </section>
  );
}

function Table({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cells = score.table.map((cell) => ({
    ...cell,
    key: `${cell.function}.${cell.business}`,
    value: cell.score,
  }));
  // One square is no map: its figure is the score above.
  if (cells.filter(({ value }) => value !== null).length < 2) return null;
  return (
    <section className="card" aria-labelledby="table-title">
      <h2 id="table-title">{t('score.table')}</h2>
      <HeatMap
        label={t('score.table')}
        cells={cells}
        scale={{ min: 0, max: 100 }}
        more={[
          {
            key: 'weight',
            title: t('weightVersion.weight'),
            isNumber: true,
            cell: ({ weight }) => format.share(weight),
          },
          {
            key: 'points',
            title: t('score.points'),
            isNumber: true,
            cell: ({ points }) => points.toFixed(1),
          },
        ]}
      />
    </section>
  );
}
