import { serviceNames } from '@gongxiang/contracts';
import type { BucketPlan } from '../provision/manifest.js';

const briefMs = 10 * 60_000;
/** Who makes files for one download. */
const printers = ['sharing', 'settlement', 'evaluation'];

/** What people send, until a request names the service that reads it; and what no service reads, such as receipts. */
export const uploads: BucketPlan = {
  name: 'files',
  description: 'uploads, receipts, documents of appeals',
  users: ['gateway'],
};

/** What a service refers to, and deletes. The gateway puts uploads there for it, and gives its files out. */
export function filesOf(service: string): BucketPlan {
  return {
    name: `files-${service}`,
    description: `what ${service} reads and keeps`,
    users: [service, 'gateway'],
  };
}

/** What a service makes for one download: nobody refers to it later, so that it goes by itself. */
export function briefFilesOf(service: string): BucketPlan {
  return {
    name: `brief-files-${service}`,
    description: `exports of ${service} on their way to whoever asked for them`,
    keptMs: briefMs,
    users: [service, 'gateway'],
  };
}

export const servicesFiles: readonly BucketPlan[] = serviceNames.map(filesOf);
export const allBriefFiles: readonly BucketPlan[] = printers.map(briefFilesOf);
export const buckets: readonly BucketPlan[] = [uploads, ...servicesFiles, ...allBriefFiles];
