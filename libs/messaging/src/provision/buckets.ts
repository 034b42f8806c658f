import { serviceNames } from '@gongxiang/contracts/operations/operations.contract';
import type { BucketPlan } from './manifest.js';

const minuteMs = 60_000;
const briefMs = 10 * minuteMs;
/** A day, and what is uploaded at its end. */
const countsMs = 25 * 60 * minuteMs;
/** Long enough to fill a form in; a roster that is never imported holds numbers in clear text. */
const unnamedMs = 60 * minuteMs;
/** Who makes files for one download. */
const printers = ['sharing', 'settlement', 'evaluation'];

/** What people send, until a request names it: then it goes to the service that is asked. Else it goes by itself. */
export const uploads: BucketPlan = {
  name: 'uploads',
  description: 'uploads that no request has named yet',
  keptMs: unnamedMs,
  share: 0.1,
  users: ['gateway'],
};

/** How much each person has uploaded on a day, see `UploadQuota`: some hundred bytes each. */
export const uploadCounts: BucketPlan = {
  name: 'upload-counts',
  description: 'bytes that each person has uploaded on a day',
  keptMs: countsMs,
  share: 0.01,
  users: ['gateway'],
};

/** Where releases before kept uploads for ever. Rows name its receipts and documents, so that it is read; nothing is put there. */
export const earlierUploads: BucketPlan = {
  name: 'files',
  description: 'receipts and documents of appeals of earlier releases',
  share: 0.02,
  users: ['gateway'],
};

/** The parts of the store: pictures and albums are sharing's, receipts and documents settlement's. */
const serviceShares: Readonly<Record<string, number>> = { sharing: 0.25, settlement: 0.1 };
const otherShare = 0.03;

/** What a service refers to. The gateway puts uploads there once a request names them, and gives its files out. */
export function filesOf(service: string): BucketPlan {
  return {
    name: `files-${service}`,
    description: `what ${service} refers to`,
    share: serviceShares[service] ?? otherShare,
    users: [service, 'gateway'],
  };
}

/** What a service makes for one download: nobody refers to it later, so that it goes by itself. */
export function briefFilesOf(service: string): BucketPlan {
  return {
    name: `brief-files-${service}`,
    description: `exports of ${service} on their way to whoever asked for them`,
    keptMs: briefMs,
    share: 0.03,
    users: [service, 'gateway'],
  };
}

export const servicesFiles: readonly BucketPlan[] = serviceNames.map(filesOf);
export const allBriefFiles: readonly BucketPlan[] = printers.map(briefFilesOf);
/** Their shares are well under 1 together: what they leave is for events, which must never be refused. */
export const buckets: readonly BucketPlan[] = [
  uploads,
  uploadCounts,
  earlierUploads,
  ...servicesFiles,
  ...allBriefFiles,
];
