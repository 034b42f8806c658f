import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';

export type Template = components['schemas']['IndicatorTemplateView'];

/** The systems that come with the platform, in the language of the page. */
export function useTemplates(isNeeded = true) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['indicatorTemplate', '/indicator-templates', i18n.language],
    queryFn: ({ signal }) => request('get', '/indicator-templates', {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isNeeded,
  });
}
