import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { CallForm } from './call-form.js';
import { newCall } from './call-values.js';

/** A new call. It is a draft until it is published, and its jury is named before that. */
export function NewCallPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const own = useOffices().unionIdsOf('officer');
  const create = useCommand('worksCall', 'post', '/works-calls');
  const [only] = own;
  const awards = (['first', 'second', 'third'] as const).map((prize, index) => ({
    name: t(`works.prize.${prize}`),
    count: String(index + 1),
  }));
  if (me === undefined) return <LoadingState rows={8} />;
  return (
    <>
      <PageHead title={t('works.newCallTitle')} back="/works-calls" />
      <p className="hint">{t('works.newCallHint')}</p>
      <CallForm
        isNew
        command={create}
        initial={{
          ...newCall,
          awards,
          ...(own.length === 1 && only !== undefined ? { unionId: only } : {}),
        }}
        input={(definition, { unionId }) =>
          unionId === undefined ? null : { body: { ...definition, unionId } }
        }
        submit={t('works.saveDraft')}
        onDone={({ id }) => void navigate(`/works-calls/${id}`, { replace: true })}
      />
    </>
  );
}
