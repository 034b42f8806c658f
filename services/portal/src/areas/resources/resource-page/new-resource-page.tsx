import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';

const NewResourceForm = lazyPart('NewResourceForm', () => import('./new-resource-form.js'), {
  rows: 10,
  texts: ['activity', 'profile'],
});

export function NewResourcePage() {
  const { t } = useTranslation();
  return (
    <div className="form-page">
      <PageHead title={t('resource.form.newTitle')} back="/offers" />
      <p className="card hint">{t('resource.form.newHint')}</p>
      <NewResourceForm />
    </div>
  );
}
