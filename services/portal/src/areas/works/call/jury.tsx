import './call.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { may, type WorksCall } from './call.model.js';

const MemberPicker = lazyPart('MemberPicker', () => import('../../../session/member-picker.js'), { rows: 1 });

const jurorsMax = 30;

/** Who judges; named by officers before judging begins, one by one. */
export function Jury({ call }: { readonly call: WorksCall }) {
  const { t } = useTranslation();
  const name = useCommand('worksCall', 'put', '/works-calls/{worksCallId}/jurors');
  const { id: worksCallId, version, jurors } = call;
  const isChangeable = may(call, 'nameJurors');
  const ids = jurors.map(({ personId }) => personId);
  const put = (personIds: string[]): void => name.mutate({ worksCallId, version, body: { personIds } });
  return (
    <section className="card" aria-labelledby="jury-title">
      <h2 id="jury-title">{t('works.jurors')}</h2>
      {isChangeable && <p className="hint">{t('works.juryHint')}</p>}
      {jurors.length > 0 && (
        <ul className="jury">
          {jurors.map((juror) => (
            <li key={juror.personId}>
              <span>{juror.name}</span>
              {isChangeable && (
                <Button
                  aria-label={t('works.removeJuror', { name: juror.name })}
                  disabled={name.isPending}
                  onClick={() => put(ids.filter((id) => id !== juror.personId))}
                >
                  {t('works.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {name.isError && <Refusal title={t('works.jurorsNotNamed')} error={name.error} />}
      {isChangeable && jurors.length < jurorsMax && (
        <MemberPicker
          label={t('works.addJuror')}
          onlyActive
          onPick={({ personId }) => {
            if (!ids.includes(personId)) put([...ids, personId]);
          }}
        />
      )}
    </section>
  );
}
