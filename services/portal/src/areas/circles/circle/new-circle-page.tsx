import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { CircleForm } from './circle-form.js';

/** An officer founds a circle, and is in it. */
export function NewCirclePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const own = useOffices().unionIdsOf('officer');
  const create = useCommand('circle', 'post', '/circles');
  const [only] = own;
  if (me === undefined) return <LoadingState rows={6} />;
  return (
    <>
      <PageHead title={t('circle.foundTitle')} back="/circles" />
      <p className="hint">{t('circle.foundHint')}</p>
      <div className="card">
        <CircleForm
          isNew
          command={create}
          initial={{ joining: 'open', ...(own.length === 1 && only !== undefined ? { unionId: only } : {}) }}
          input={({ unionId, name, about, joining }) =>
            unionId === undefined ? null : { body: { unionId, name, about, joining } }
          }
          submit={t('circle.foundYes')}
          onDone={({ id }) => void navigate(`/circles/${id}`, { replace: true })}
        />
      </div>
    </>
  );
}
