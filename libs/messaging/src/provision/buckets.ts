import { serviceNames } from '@gongxiang/contracts/operations/operations.contract';
import { hourMs, minuteMs } from '@gongxiang/domain';
import type { BucketPlan } from './manifest.js';

const briefRetentionMs = 10 * minuteMs;
/** A day, plus a margin for uploads at its end. */
const countRetentionMs = 25 * hourMs;
/**
 * Long enough to fill in a form, and short because a roster that is never imported holds identity numbers in clear
 * text.
 */
const uploadRetentionMs = hourMs;

/**
 * Uploads until a request refers to them: then they move to the service that handles the request. Otherwise they
 * expire.
 */
export const uploads: BucketPlan = {
  name: 'uploads',
  description: 'uploads that no request has named yet',
  keptMs: uploadRetentionMs,
  share: 0.1,
  users: ['gateway'],
};

/** How much each person has uploaded on a day, see `UploadQuota`; some hundred bytes each. */
export const uploadCounts: BucketPlan = {
  name: 'upload-counts',
  description: 'bytes that each person has uploaded on a day',
  keptMs: countRetentionMs,
  share: 0.01,
  users: ['gateway'],
};

/**
 * The bucket in which earlier releases stored uploads permanently. Rows still refer to its receipts and documents, so
 * it is read; nothing is written there.
 */
export const earlierUploads: BucketPlan = {
  name: 'files',
  description: 'receipts and documents of appeals of earlier releases',
  share: 0.02,
  users: ['gateway'],
};

/** Shares of the store: pictures and albums belong to sharing, receipts and documents to settlement, papers of matters to affairs. */
const serviceShares: Readonly<Record<string, number>> = {
  sharing: 0.2,
  settlement: 0.08,
  affairs: 0.08,
  notification: 0.01,
};
const otherShare = 0.02;

/**
 * Files that a service refers to. The gateway moves uploads there once a request names them, and serves its files.
 */
export function filesOf(service: string): BucketPlan {
  return {
    name: `files-${service}`,
    description: `what ${service} refers to`,
    share: serviceShares[service] ?? otherShare,
    users: [service, 'gateway'],
  };
}

/** Files that a service creates for one download: nothing refers to them later, so they expire. */
export function briefFilesOf(service: string): BucketPlan {
  return {
    name: `brief-files-${service}`,
    description: `exports of ${service} on their way to whoever asked for them`,
    keptMs: briefRetentionMs,
    share: 0.02,
    users: [service, 'gateway'],
  };
}

export const servicesFiles: readonly BucketPlan[] = serviceNames.map(filesOf);
export const allBriefFiles: readonly BucketPlan[] = serviceNames.map(briefFilesOf);
/** The shares add up to well under 1: the rest is for events, which must never be refused. */
export const buckets: readonly BucketPlan[] = [
  uploads,
  uploadCounts,
  earlierUploads,
  ...servicesFiles,
  ...allBriefFiles,
];
