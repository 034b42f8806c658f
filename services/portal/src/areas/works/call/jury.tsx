import './call.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { MemberName } from '../../../session/member-name.js';
import type { PickedMember } from '../../../session/members-field.model.js';
import { may, type WorksCall } from './call.model.js';

const MembersField = lazyPart('MembersField', () => import('../../../session/members-field.js'), {
  rows: 3,
  texts: ['membersField'],
});

const jurorsMax = 30;

/** Who judges; named by officers before judging begins. */
export function Jury({ call }: { readonly call: WorksCall }) {
  const { t } = useTranslation();
  const isChangeable = may(call, 'nameJurors');
  return (
    <section className="card" aria-labelledby="jury-title">
      <h2 id="jury-title">{t('works.jurors')}</h2>
      {isChangeable ? (
        <>
          <p className="hint">{t('works.juryHint')}</p>
          <NameJurors call={call} />
        </>
      ) : (
        <ul className="jury">
          {call.jurors.map(({ personId, name }) => (
            <li key={personId}>
              <MemberName personId={personId} mask={name} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface Values {
  readonly jurors?: readonly PickedMember[];
}

/** All of them, saved together. */
function NameJurors({ call: { id: worksCallId, version, jurors } }: { readonly call: WorksCall }) {
  const { t } = useTranslation();
  const name = useCommand('worksCall', 'put', '/works-calls/{worksCallId}/jurors');
  return (
    <CommandForm
      command={name}
      input={({ jurors: chosen = [] }: Values) => ({
        worksCallId,
        version,
        body: { personIds: chosen.map(({ personId }) => personId) },
      })}
      initialValues={{ jurors: jurors.map((juror) => ({ personId: juror.personId, name: juror.name })) }}
      submit={t('works.saveJury')}
      secondary
      refused={t('works.jurorsNotNamed')}
    >
      <Form.Item name="jurors">
        <MembersField label={t('works.addJuror')} max={jurorsMax} onlyActive roles={['officer']} />
      </Form.Item>
    </CommandForm>
  );
}
