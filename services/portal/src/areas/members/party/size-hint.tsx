import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { BasisList } from './basis-list.js';
import type { EnterpriseForm } from './enterprise-form.model.js';
import { figuresMissing } from './figures-missing.js';
import { type FigureName, figureOf } from './party.model.js';

/** The size class that follows from the typed figures. */
export function SizeHint() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<EnterpriseForm>();
  const sector = Form.useWatch('sector', form) as EnterpriseForm['sector'];
  const typed = [
    Form.useWatch('employees', form) as string | undefined,
    Form.useWatch('revenueWan', form) as string | undefined,
    Form.useWatch('assetsWan', form) as string | undefined,
  ].map(figureOf);
  const isWhole = typed.every((figure) => figure !== undefined);
  const [employees = null, revenueWan = null, assetsWan = null] = typed;
  const key = JSON.stringify(
    sector === undefined || !isWhole ? null : { sector, employees, revenueWan, assetsWan },
  );
  const figures = JSON.parse(useDebounced(key)) as components['schemas']['SizeClassRequest'] | null;
  const { data, error } = useQuery({
    queryKey: ['sizeClass', figures],
    queryFn: ({ signal }) =>
      request('post', '/size-class', { body: figures ?? { sector: 'other' } }, { signal }),
    enabled: figures !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const missing = figuresMissing(error);
  return (
    <div role="status" aria-live="polite" className="notice">
      {data !== undefined && (
        <>
          <p>{t('party.sizeNow', { size: t(`party.sizes.${data.sizeClass}`) })}</p>
          <BasisList lines={data.basis} />
        </>
      )}
      {missing !== null && (
        <p className="hint">
          {t('party.sizeNeeds', { figures: namesOf(missing).join(t('common.separator')) })}
        </p>
      )}
      {error !== null && missing === null && <p className="hint">{t('party.sizeFailed')}</p>}
    </div>
  );
  function namesOf(names: readonly FigureName[]): string[] {
    return names.map((name) => t(`party.${name}`));
  }
}
