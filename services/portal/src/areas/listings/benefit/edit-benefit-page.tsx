import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { type Benefit } from './benefit.model.js';
import { definitionOf, valuesOf } from './benefit-values.js';
import { BenefitForm } from './benefit-form.js';

/** A draft, what is published, or what had ended and is offered again. */
export function EditBenefitPage() {
  const { benefitId = '' } = useParams();
  const query = useRead('benefit', '/benefits/{benefitId}', { benefitId });
  return <Loaded query={query}>{(benefit) => <Editor key={benefit.id} benefit={benefit} />}</Loaded>;
}

function Editor({ benefit }: { readonly benefit: Benefit }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: benefitId, version, changeable, state } = benefit;
  const change = useCommand('benefit', 'put', '/benefits/{benefitId}', { onStale: 'refuse' });
  if (!changeable || state === 'withdrawn') return <NotFoundPage />;
  return (
    <>
      <PageHead title={t('benefit.editTitle')} back={`/benefits/${benefitId}`} />
      <BenefitForm
        command={change}
        initial={valuesOf(benefit)}
        input={(values) => ({ benefitId, version, body: definitionOf(values) })}
        submit={t('benefit.saveChange')}
        onDone={() => void navigate(`/benefits/${benefitId}`, { replace: true })}
      />
    </>
  );
}
