import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { VisitForm } from './visit-form.js';
import { may, type Visit } from './visit.model.js';
import { valuesOf, visitorsOf } from './visit-values.js';

/** An officer of the union that has visited puts right what was said. */
export function EditVisitPage() {
  const { visitId = '' } = useParams();
  const query = useRead('visit', '/visits/{visitId}', { visitId });
  return (
    <Loaded query={query}>
      {(visit) => (may(visit, 'change') ? <Change key={visit.id} visit={visit} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function Change({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useNameOf();
  const { id: visitId, version } = visit;
  const change = useCommand('visit', 'put', '/visits/{visitId}', { onStale: 'refuse' });
  return (
    <>
      <PageHead title={t('visit.editTitle')} back={`/visits/${visitId}`} />
      <VisitForm
        command={change}
        initial={valuesOf(visit)}
        visitors={visitorsOf(visit).map(({ id, name }) => ({ id, name: nameOf(id, name) }))}
        input={(body) => ({ visitId, version, body })}
        submit={t('visit.saveChange')}
        onDone={() => void navigate(`/visits/${visitId}`, { replace: true })}
      />
    </>
  );
}
