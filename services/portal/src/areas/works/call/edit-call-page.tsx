import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { may, type WorksCall } from './call.model.js';
import { CallForm } from './call-form.js';
import { valuesOf } from './call-values.js';

/** A draft is written anew; what is published stays as it was announced. */
export function EditCallPage() {
  const { worksCallId = '' } = useParams();
  const query = useRead('worksCall', '/works-calls/{worksCallId}', { worksCallId });
  return (
    <Loaded query={query}>
      {(call) => (may(call, 'change') ? <Change key={call.id} call={call} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function Change({ call }: { readonly call: WorksCall }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: worksCallId, version } = call;
  const change = useCommand('worksCall', 'put', '/works-calls/{worksCallId}', { onStale: 'refuse' });
  return (
    <>
      <PageHead title={t('works.editCallTitle')} back={`/works-calls/${worksCallId}`} />
      <CallForm
        command={change}
        initial={valuesOf(call)}
        input={(body) => ({ worksCallId, version, body })}
        submit={t('works.saveChange')}
        onDone={() => void navigate(`/works-calls/${worksCallId}`, { replace: true })}
      />
    </>
  );
}
