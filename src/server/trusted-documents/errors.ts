/** Trusted documents that cannot be used; the message is one line that names the file and what is wrong. */
export class TrustedDocumentsError extends Error {
  override readonly name = 'TrustedDocumentsError';
}
