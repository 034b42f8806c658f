import '../../../kit/styles/resource.css';
import './subsidy.css';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';

const NewProgrammeForm = lazyPart('NewProgrammeForm', () => import('./new-programme-form.js'), { rows: 10 });

export function NewProgrammePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('subsidy.programme.new')} back="/subsidy-programmes" />
      <p className="card hint">{t('subsidy.programme.hint')}</p>
      <NewProgrammeForm />
    </>
  );
}
