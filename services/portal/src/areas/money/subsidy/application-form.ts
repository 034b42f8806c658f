import { yuanOf } from '../../../i18n/format.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { moneyOf } from './programme-form.js';
import type { Application, ApplicationTerms } from './subsidy.model.js';

/** The fields of an application, named as in the request, with values as typed. */
export interface ApplicationValues {
  readonly unionId?: NamedParty;
  readonly activityId?: string;
  readonly title?: string;
  readonly plan?: string;
  readonly useUntil?: string;
  readonly requested?: string;
  readonly planned?: string;
  readonly files?: readonly UploadedFile[];
}

const nameMax = 100;

/** The request; null as long as an amount is missing. */
export function applicationOf(values: ApplicationValues): ApplicationTerms | null {
  const { activityId, title = '', plan = '', useUntil = '', files = [] } = values;
  const requested = moneyOf(values.requested);
  const planned = moneyOf(values.planned);
  if (requested === null || planned === null) return null;
  return {
    title: title.trim(),
    plan: plan.trim(),
    useUntil,
    requested,
    planned,
    ...(activityId === undefined ? {} : { activityId }),
    files: files.map(({ name, key: fileKey, sha256 }) => ({ name: name.slice(-nameMax), fileKey, sha256 })),
  };
}

/** The form values of an application. */
export function valuesOf(application: Application): ApplicationValues {
  const { activityId, title, plan, useUntil, requested, planned, files } = application;
  return {
    title,
    plan,
    useUntil,
    requested: yuanOf(requested.amount),
    planned: yuanOf(planned.amount),
    ...(activityId ? { activityId } : {}),
    files: files.map(({ name, fileKey, sha256 }) => ({ name, key: fileKey, sha256 })),
  };
}
