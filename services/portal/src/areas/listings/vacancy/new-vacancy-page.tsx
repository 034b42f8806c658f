import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { VacancyForm } from './vacancy-form.js';
import { definitionOf, newValues } from './vacancy-values.js';

/** A new vacancy. It is a draft until it is published. */
export function NewVacancyPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const own = useOffices().unionIdsOf('officer');
  const create = useCommand('vacancy', 'post', '/vacancies');
  const [only] = own;
  if (me === undefined) return <LoadingState rows={8} />;
  return (
    <>
      <PageHead title={t('vacancy.newTitle')} back="/vacancies" />
      <p className="hint">{t('vacancy.free')}</p>
      <VacancyForm
        mode="new"
        command={create}
        initial={own.length === 1 && only !== undefined ? { ...newValues, unionId: only } : newValues}
        input={(values) =>
          values.unionId === undefined ? null : { body: { ...definitionOf(values), unionId: values.unionId } }
        }
        submit={t('vacancy.saveDraft')}
        onDone={({ id }) => void navigate(`/vacancies/${id}`, { replace: true })}
      />
    </>
  );
}
