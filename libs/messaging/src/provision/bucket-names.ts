/** The stream behind a bucket, as NATS's own object stores are named. */
export function streamOfBucket(bucket: string): string {
  return `OBJ_${bucket}`;
}

/** Subjects of a bucket's file chunks and of its index. */
export function subjectsOfBucket(bucket: string): string[] {
  return [`$O.${bucket}.C.>`, `$O.${bucket}.M.>`];
}
