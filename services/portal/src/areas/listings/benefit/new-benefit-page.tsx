import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { definitionOf, newValues } from './benefit-values.js';
import { BenefitForm } from './benefit-form.js';

/** A new benefit. It is a draft until it is published. */
export function NewBenefitPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const own = useOffices().unionIdsOf('officer');
  const create = useCommand('benefit', 'post', '/benefits');
  const [only] = own;
  if (me === undefined) return <LoadingState rows={8} />;
  return (
    <>
      <PageHead title={t('benefit.newTitle')} back="/benefits" />
      <BenefitForm
        isNew
        command={create}
        initial={own.length === 1 && only !== undefined ? { ...newValues, unionId: only } : newValues}
        input={(values) =>
          values.unionId === undefined ? null : { body: { ...definitionOf(values), unionId: values.unionId } }
        }
        submit={t('benefit.saveDraft')}
        onDone={({ id }) => void navigate(`/benefits/${id}`, { replace: true })}
      />
    </>
  );
}
