import '../../../kit/styles/ledger.css';
import '../../../kit/styles/cost-pool.css';
import './share-explanation.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { SplitTree } from '../../activities/split-tree/split-tree.js';
import { Became } from './became.js';
import { Refunds } from './refunds.js';
import { ShareBasis } from './share-basis.js';
import type { ShareExplanation } from './share-explanation.model.js';
import { differenceOf } from './sum.model.js';

/** The explanation of a share, from the rule and the facts to the ledger, the run and the payment. */
export function ShareExplanationPage() {
  const { costPoolId = '', party = '' } = useParams();
  const query = useRead('costPool', '/cost-pools/{costPoolId}/shares/{party}', { costPoolId, party });
  return <Loaded query={query}>{(share) => <Explained share={share} />}</Loaded>;
}

function Explained({ share }: { readonly share: ShareExplanation }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        title={t('shareExplanation.titleOf', { party: share.party.name })}
        back={`/cost-pools/${share.costPoolId}`}
      />
      {share.reversedBy !== null && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('shareExplanation.reversed')}
          action={<Link to={`/ledger/entries/${share.reversedBy}`}>{t('shareExplanation.reversal')}</Link>}
        />
      )}
      <Figures share={share} />
      <Rule share={share} />
      <ShareBasis share={share} />
      <Became share={share} />
    </>
  );
}

function Figures({ share }: { readonly share: ShareExplanation }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { amount, paid, total, subsidy, activityId, title } = share;
  const difference = differenceOf(amount, paid);
  const { minuend, subtrahend, rest, direction } = difference;
  return (
    <section className="card" aria-label={t('shareExplanation.result')}>
      <p>{activityId === null ? title : <Link to={`/activities/${activityId}`}>{title}</Link>}</p>
      <dl className="figures">
        <Figure title={t('shareExplanation.bears')} value={money(amount)} />
        <Figure title={t('shareExplanation.paid')} value={money(paid)} />
        <Figure
          title={t(direction === 'owes' ? 'shareExplanation.owes' : 'shareExplanation.isOwed')}
          value={money(rest)}
        />
        <Figure title={t('shareExplanation.total')} value={money(total)} />
        {subsidy !== null && <Figure title={t('shareExplanation.subsidy')} value={money(subsidy)} />}
      </dl>
      <h2>{t('shareExplanation.inWords')}</h2>
      <ol>
        {share.trace.map((step, place) => (
          <li key={`${place}.${step}`}>{step}</li>
        ))}
        <li>
          {t(`shareExplanation.sum.${direction}`, {
            minuend: money(minuend),
            subtrahend: money(subtrahend),
            rest: money(rest),
          })}
        </li>
      </ol>
      <Refunds share={share} />
      <p className="hint">
        {t(share.reproduced ? 'shareExplanation.reproduced' : 'shareExplanation.notReproduced')}
      </p>
    </section>
  );
}

function Figure({ title, value }: { readonly title: string; readonly value: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className="big-figure">{value}</dd>
    </div>
  );
}

/** The rule as a tree, with what each node gave this party and all others. */
function Rule({ share }: { readonly share: ShareExplanation }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="rule-title">
      <h2 id="rule-title">{t('splitTree.title')}</h2>
      <SplitTree nodes={share.nodes} gifts={(node) => <Gift node={node} party={share.party.name} />} />
    </section>
  );
}

interface GiftProps {
  readonly node: ShareExplanation['nodes'][number];
  readonly party: string;
}

function Gift({ node, party }: GiftProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { mine, others, weight, weightSum, kind } = node;
  const isWeighed = weight !== null && kind !== 'equal';
  const giveOthers = BigInt(others.amount) > 0n;
  if (mine === null && !giveOthers) return null;
  return (
    <ul className="split-gifts">
      {mine !== null && (
        <li>
          <strong>
            {isWeighed
              ? t('splitTree.weighed', {
                  name: party,
                  amount: money(mine),
                  weight,
                  weightSum: weightSum ?? '',
                })
              : t('splitTree.gift', { name: party, amount: money(mine) })}
          </strong>
        </li>
      )}
      {giveOthers && (
        <li>{t('splitTree.gift', { name: t('shareExplanation.others'), amount: money(others) })}</li>
      )}
    </ul>
  );
}
