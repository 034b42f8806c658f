import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { wayOf, type WorksCall } from './call.model.js';

const whole = 10_000;

/** Who calls for what, until when, and how it is decided. */
export function CallFacts({ call }: { readonly call: WorksCall }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unionName, audience, worksPerPerson, fileKinds, criteria, awards, jurorCount } = call;
  const separator = t('common.separator');
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t('works.union'), unionName],
    [t('works.audienceLabel'), t(`works.audience.${audience}`, { union: unionName })],
    [t('works.taken'), format.period(call.submitFrom, call.submitUntil)],
    [t('works.judged'), format.period(call.judgeFrom, call.judgeUntil)],
    [t('works.worksPerPerson'), t('works.atMost', { max: worksPerPerson })],
    [
      t('works.fileKinds'),
      fileKinds.length === 0
        ? t('works.noFiles')
        : fileKinds.map((kind) => t(`works.fileKind.${kind}`)).join(separator),
    ],
    [t('works.way'), useWayWords(call)],
    [
      t('works.criteria'),
      criteria
        .map(({ name, weight }) => t('works.criterionIs', { name, share: format.share(weight / whole) }))
        .join(separator),
    ],
    [t('works.jurors'), jurorCount === 0 ? '' : t('works.jurorCount', { count: jurorCount })],
    [
      t('works.awards'),
      awards.map(({ name, count: number }) => t('works.awardIs', { name, number })).join(separator),
    ],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value !== '' && (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

function useWayWords(call: WorksCall): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { votesPerPerson: max, voteShare } = call;
  const way = wayOf(call);
  switch (way) {
    case 'jury':
      return t('works.byJury');
    case 'votes':
      return t('works.byVotes', { max });
    case 'both':
      return t('works.byBoth', {
        max,
        jury: format.share((whole - voteShare) / whole),
        votes: format.share(voteShare / whole),
      });
  }
}
