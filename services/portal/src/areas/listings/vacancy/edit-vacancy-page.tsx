import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { mayAct, type Vacancy } from './vacancy.model.js';
import { VacancyForm } from './vacancy-form.js';
import { definitionOf, valuesOf } from './vacancy-values.js';

/** A draft, or what is published, is changed. */
export function EditVacancyPage() {
  const { vacancyId = '' } = useParams();
  const query = useRead('vacancy', '/vacancies/{vacancyId}', { vacancyId });
  return <Loaded query={query}>{(vacancy) => <Editor key={vacancy.id} vacancy={vacancy} />}</Loaded>;
}

function Editor({ vacancy }: { readonly vacancy: Vacancy }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: vacancyId, version, state } = vacancy;
  const change = useCommand('vacancy', 'put', '/vacancies/{vacancyId}', { onStale: 'refuse' });
  if (!mayAct(vacancy, 'change')) return <NotFoundPage />;
  return (
    <>
      <PageHead title={t('vacancy.editTitle')} back={`/vacancies/${vacancyId}`} />
      <VacancyForm
        mode={state === 'draft' ? 'draft' : 'published'}
        command={change}
        initial={valuesOf(vacancy)}
        input={(values) => ({
          vacancyId,
          version,
          body: { ...definitionOf(values), feeWordsSeen: values.feeWordsSeen === true },
        })}
        submit={t('vacancy.saveChange')}
        onDone={() => void navigate(`/vacancies/${vacancyId}`, { replace: true })}
      />
    </>
  );
}
