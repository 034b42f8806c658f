import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';

const NewNeedForm = lazyPart('NewNeedForm', () => import('./new-need-form.js'), {
  rows: 10,
  texts: ['activity', 'resourceForm'],
});

export function NewNeedPage() {
  const { t } = useTranslation();
  return (
    <div className="form-page">
      <PageHead title={t('need.form.newTitle')} back="/needs" />
      <p className="card hint">{t('need.form.newHint')}</p>
      <NewNeedForm />
    </div>
  );
}
