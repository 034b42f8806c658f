import { readOf } from '../../../api/use-read.js';

export function enterpriseQuery(enterpriseId: string) {
  return readOf('enterprise', '/enterprises/{enterpriseId}', { enterpriseId });
}
