import './indicator-system.css';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shell/page-head.js';
import { EmptyState } from '../../shell/states.js';
import { useOffices } from '../session/use-offices.js';
import { NewSystemEditor } from './new-system-editor.js';

export function NewIndicatorSystemPage() {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const unionIds = unionIdsOf('evaluator');
  return (
    <>
      <PageHead title={t('indicatorSystem.new')} back="/indicator-systems" />
      {unionIds.length === 0 ? (
        <EmptyState text={t('indicatorSystem.notEvaluator')} />
      ) : (
        <NewSystemEditor unionIds={unionIds} />
      )}
    </>
  );
}
