/** More than one document came to an import that was told of only one; nothing was kept. */
export class SeveralDocumentsError extends Error {
  override readonly name = 'SeveralDocumentsError';
}
