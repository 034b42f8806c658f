import { createHmac } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** Whether two hold the same, without telling a third what that is. @returns HMAC-SHA256 in hex */
export function contentProof(key: string, content: unknown): string {
  return createHmac('sha256', key).update(canonicalJson(content)).digest('hex');
}
