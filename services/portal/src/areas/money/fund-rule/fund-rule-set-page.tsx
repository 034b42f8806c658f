import '../../../kit/styles/ledger.css';
import './fund-rule.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { CopySet } from './copy-set.js';
import type { FundRuleSet } from './fund-rule-form.js';
import { SetStateTag } from './set-state-tag.js';
import { SourceView } from './source-view.js';
import { useRuleWords } from './use-rule-words.js';

const DraftEditor = lazyPart('DraftEditor', () => import('./draft-editor.js'), { rows: 8 });
const SetCompare = lazyPart('SetCompare', () => import('./set-compare.js'), { rows: 2 });

export function FundRuleSetPage() {
  const { setId = '' } = useParams();
  const set = useRead('fundRuleSet', '/fund-rule-sets/{setId}', { setId });
  return <Loaded query={set}>{(found) => <OneSet key={found.id} set={found} />}</Loaded>;
}

function OneSet({ set }: { readonly set: FundRuleSet }) {
  const { t } = useTranslation();
  const isDraft = set.state === 'draft';
  return (
    <>
      <PageHead title={set.name} back="/fund-rule-sets">
        {set.mayTend && <Link to={`/fund-rule-sets/${set.id}/trial`}>{t('fundRule.trial.title')}</Link>}
        {set.mayTend && !isDraft && <CopySet setId={set.id} />}
      </PageHead>
      <p>
        <SetStateTag state={set.state} /> <span className="hint">{t(`fundRule.stateHint.${set.state}`)}</span>
      </p>
      <SetFacts set={set} />
      {isDraft && set.mayTend ? <DraftEditor set={set} /> : <Rules set={set} />}
      <SetCompare set={set} />
    </>
  );
}

function SetFacts({ set }: { readonly set: FundRuleSet }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { validityWords } = useRuleWords();
  const nameOf = useNameOf();
  const { publishedAt, publishedBy, publishedByName, copiedFromId, supersededById } = set;
  return (
    <dl className="card facts money-facts">
      <dt>{t('fundRule.union')}</dt>
      <dd>{set.unionName}</dd>
      {set.versionNumber !== null && (
        <>
          <dt>{t('fundRule.number')}</dt>
          <dd>
            {t('fundRule.numberOf', { number: set.versionNumber })}
            {publishedAt !== null &&
              ` · ${t('fundRule.publishedBy', {
                name: nameOf(publishedBy, publishedByName) ?? t('money.nameUnknown'),
                time: instant(publishedAt),
              })}`}
          </dd>
        </>
      )}
      <dt>{t('fundRule.validity')}</dt>
      <dd>{validityWords(set)}</dd>
      <dt>{t('fundRule.source')}</dt>
      <dd>
        <SourceView source={set.source} />
      </dd>
      {copiedFromId !== null && (
        <>
          <dt>{t('fundRule.copiedFrom')}</dt>
          <dd>
            <Link to={`/fund-rule-sets/${copiedFromId}`}>{t('fundRule.copiedFrom')}</Link>
          </dd>
        </>
      )}
      {supersededById !== null && (
        <>
          <dt>{t('fundRule.states.superseded')}</dt>
          <dd>
            <Link to={`/fund-rule-sets/${supersededById}`}>{t('fundRule.next')}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

function Rules({ set }: { readonly set: FundRuleSet }) {
  const { t } = useTranslation();
  const { ruleWords } = useRuleWords();
  const isUnsure = set.rules.some(({ source }) => !source.isVerified);
  return (
    <section className="card" aria-labelledby="rules-title">
      <h2 id="rules-title">{t('fundRule.rules')}</h2>
      {isUnsure && <p className="hint">{t('fundRule.unverifiedHint')}</p>}
      {set.rules.length === 0 && <p>{t('fundRule.noRules')}</p>}
      <ol className="plain-list rule-lines">
        {set.rules.map((rule) => (
          <li key={rule.key}>
            <p>
              <strong>{ruleWords(rule)}</strong>
            </p>
            <p>
              <SourceView source={rule.source} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
