import type { components } from '../../../api/schema.js';

export type Employment = components['schemas']['EmploymentView'];
/** Of the member whose employments are shown. */
export type EmployedMember = Pick<components['schemas']['MemberView'], 'id' | 'basis' | 'state'>;
export type WorkingKind = NonNullable<Employment['kind']>;

export const workingKinds = [
  'regular',
  'dispatched',
  'newForm',
  'partTime',
] as const satisfies readonly WorkingKind[];
