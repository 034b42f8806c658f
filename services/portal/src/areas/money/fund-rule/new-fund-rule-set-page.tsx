import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';

const NewSet = lazyPart('NewSet', () => import('./new-set.js'), { rows: 10 });

export function NewFundRuleSetPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('fundRule.new')} back="/fund-rule-sets" />
      <p className="card hint">{t('fundRule.stateHint.draft')}</p>
      <NewSet />
    </>
  );
}
