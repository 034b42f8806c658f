import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import type { FundRuleSet } from './fund-rule-form.js';
import { TrialForm } from './trial-form.js';
import { TrialResult } from './trial-result.js';
import { useTrial } from './use-trial.js';

export function FundRuleTrialPage() {
  const { setId = '' } = useParams();
  const set = useRead('fundRuleSet', '/fund-rule-sets/{setId}', { setId });
  return <Loaded query={set}>{(found) => <Trial key={found.id} set={found} />}</Loaded>;
}

/** The breaches that a set would have found in the cost pools of a year. */
function Trial({ set }: { readonly set: FundRuleSet }) {
  const { t } = useTranslation();
  const trial = useTrial(set.id);
  return (
    <>
      <PageHead
        title={t('fundRule.trial.pageTitle', { name: set.name })}
        back={`/fund-rule-sets/${set.id}`}
      />
      <p className="hint">{t('fundRule.trial.hint')}</p>
      <TrialForm trial={trial} />
      {trial.result !== null && <TrialResult set={set} result={trial.result} />}
    </>
  );
}
