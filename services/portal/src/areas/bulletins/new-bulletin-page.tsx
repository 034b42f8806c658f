import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../api/use-command.js';
import { PageHead } from '../../kit/page-head.js';
import { LoadingState } from '../../kit/states.js';
import { useOffices } from '../../session/use-offices.js';
import { useMe } from '../../session/use-session.js';
import { definitionOf, valuesIn } from './bulletin-values.js';
import { BulletinForm } from './bulletin-form.js';

/** A new bulletin. It is a draft until it is published. */
export function NewBulletinPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const own = useOffices().unionIdsOf('officer');
  const create = useCommand('bulletin', 'post', '/bulletins');
  const [only] = own;
  const [search] = useSearchParams();
  const initial = valuesIn(search);
  if (me === undefined) return <LoadingState rows={8} />;
  return (
    <>
      <PageHead title={t('bulletin.newTitle')} back="/bulletins" />
      <BulletinForm
        mode="new"
        command={create}
        initial={own.length === 1 && only !== undefined ? { unionId: only, ...initial } : initial}
        input={(values) =>
          values.unionId === undefined ? null : { body: { ...definitionOf(values), unionId: values.unionId } }
        }
        submit={t('bulletin.saveDraft')}
        onDone={({ id }) => void navigate(`/bulletins/${id}`, { replace: true })}
      />
    </>
  );
}
