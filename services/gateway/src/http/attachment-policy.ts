/** The Content-Security-Policy of attachments: opened inline, they run nothing, load nothing, and have no origin. */
export const attachmentPolicy = "default-src 'none'; sandbox";
